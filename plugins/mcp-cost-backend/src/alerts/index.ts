export type { AlertReader } from './AlertReader';
export { createAlerts } from './createAlerts';
