export type { AlertReader } from './AlertReader';
