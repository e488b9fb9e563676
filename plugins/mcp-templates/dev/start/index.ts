export { fakeBudget, fakeKey, fakeServers } from './answers';
export { fakeCreated, fakeRepository } from './created';
export { fakeTeam, fakeTemplate } from './entities';
