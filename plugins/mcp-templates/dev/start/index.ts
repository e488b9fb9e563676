export { fakeBudget, fakeKey, fakeServers } from './answers';
export { fakeTeam, fakeTemplate } from './entities';
