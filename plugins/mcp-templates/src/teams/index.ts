export type { OwnTeam } from './ownTeams';
export { useOwnTeams } from './useOwnTeams';
