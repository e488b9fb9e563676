export { CodeBlock } from './CodeBlock';
export { CopyButton } from './CopyButton';
export { EmptyNote } from './EmptyNote';
export { Fact, Facts } from './Fact';
export { FacetMenu } from './FacetMenu';
export { HealthStatus } from './HealthStatus';
export { LEVELS } from './levels';
export { LINKS_IN_TEXT } from './linksInText';
export { LevelWord } from './LevelWord';
export { LoadProblem } from './LoadProblem';
export { OwnerCell } from './OwnerCell';
export { OwnerLink, ownerName } from './OwnerLink';
export { RegistryPage } from './RegistryPage';
export { RelativeTime } from './RelativeTime';
export { SampleMark } from './SampleMark';
export { SearchBox } from './SearchBox';
export { TrustWord } from './TrustWord';
export { counted, shownLatency, shownNumber, shownSize } from './numbers';
export { relativeTime } from './relativeTime';
export { capitalised, SENSITIVITY_WORDS, TRUST_WORDS } from './trustWords';
export { useDocumentTitle } from './useDocumentTitle';
export { ConnectButton } from './connect';
export { ContractSummary, ContractView, Provenance } from './contract';
export { DependentsView, TeamCounts } from './dependents';
export { AttemptTable, HealthStrip, HistoryView } from './history';
export { Section } from './Section';
export { ShortHash } from './ShortHash';
export {
  PAGE_SIZES,
  readAll,
  readAllowed,
  useListAddress,
  type ListAddress,
} from './useListAddress';
export { ServerUseChip } from './ServerUseChip';
export { Highlighted } from './Highlighted';
export { DiffView } from './diff';
export {
  ActorName,
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
  shownDay,
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
export { ListPaging } from './ListPaging';
