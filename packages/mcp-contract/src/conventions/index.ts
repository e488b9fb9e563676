export type {
  Convention,
  ConventionFinding,
  ConventionReport,
  ConventionSettings,
  ConventionSeverity,
  ConventionSubject,
  UnknownToolAnswer,
} from './convention';
