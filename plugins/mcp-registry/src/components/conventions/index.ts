export { ConventionsBrief, ConventionsCard } from './ConventionsCard';
export { ConventionsView } from './ConventionsView';
export { ScoreTrend } from './ScoreTrend';
export { ScoreNumber } from './ScoreNumber';
export { SEVERITIES, scoreLevel, shownDifference } from './scoreLevel';
