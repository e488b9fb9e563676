export type { Attributor } from './Attributor';
export { CatalogAttributor } from './CatalogAttributor';
