export { ConventionsBrief, ConventionsCard } from './ConventionsCard';
export { ConventionsView } from './ConventionsView';
export { ScoreTrend } from './ScoreTrend';
export { ScoreNumber } from './ScoreNumber';
export { SeverityWord } from './SeverityWord';
export { scoreLevel, shownDifference } from './scoreLevel';
