export type {
  CatalogDirectory,
  CatalogSnapshot,
  DirectoryAgent,
  DirectoryServer,
  DirectoryTeam,
} from './CatalogDirectory';
export { createDirectory } from './createDirectory';
export { readSnapshot } from './readSnapshot';
