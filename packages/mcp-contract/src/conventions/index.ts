export type {
  Convention,
  ConventionFinding,
  ConventionReport,
  ConventionSettings,
  ConventionSeverity,
  ConventionSubject,
  UnknownToolAnswer,
} from './convention';
export { checkConventions } from './checkConventions';
export { CONVENTIONS } from './conventions';
export { settleConventions } from './settleConventions';
export { toolListText } from './toolListText';
