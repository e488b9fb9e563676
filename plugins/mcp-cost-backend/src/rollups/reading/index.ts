export { attributionsSeen } from './attributionsSeen';
export { DatabaseUsageReader } from './DatabaseUsageReader';
export { Sight } from './Sight';
export { monthsOf } from './timeBuckets';
