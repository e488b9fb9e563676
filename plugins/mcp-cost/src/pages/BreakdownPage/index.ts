export { BreakdownPage } from './BreakdownPage';
