export { YourTeams } from './YourTeams';
