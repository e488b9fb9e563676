export type { Attributor } from './Attributor';
