export { addRetention } from './addRetention';
export { readRetentionDays } from './readRetentionDays';
