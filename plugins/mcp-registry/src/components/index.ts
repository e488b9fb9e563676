export { HealthStatus } from './HealthStatus';
export { TrustWord } from './TrustWord';
export { SENSITIVITY_WORDS, TRUST_WORDS } from './trustWords';
export { ConnectButton } from './connect';
export { ContractSummary, ContractView, Provenance } from './contract';
export { DependentsView, TeamCounts } from './dependents';
export { AttemptTable, HealthStrip, HistoryView } from './history';
export { ShortHash } from './ShortHash';
export { ServerUseChip } from './ServerUseChip';
export { DiffView } from './diff';
export {
  CLASS_LOOKS,
  ClassCounts,
  ClassWord,
  Replacement,
  Sentence,
  StatusNotes,
  Sunset,
  VersionsRoutes,
  VersionsView,
  daysUntil,
} from './versions';
export { DriftBanner } from './drift';
export { PublishButton } from './publish';
export {
  ConventionsBrief,
  ConventionsCard,
  ConventionsView,
  ScoreNumber,
  ScoreTrend,
  SeverityWord,
  scoreLevel,
  shownDifference,
} from './conventions';
export { OwnerFilter } from './OwnerFilter';
export { WhyNew } from './WhyNew';
