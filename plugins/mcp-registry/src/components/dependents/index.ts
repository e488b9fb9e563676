export { DependentsView } from './DependentsView';
export { TeamCounts } from './TeamCounts';
