export { AttemptTable } from './AttemptTable';
export { HealthStrip } from './HealthStrip';
export { HistoryView } from './HistoryView';
