export { IdlePage } from './IdlePage';
