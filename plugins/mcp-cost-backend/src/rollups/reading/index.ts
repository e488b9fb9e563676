export { DatabaseUsageReader } from './DatabaseUsageReader';
