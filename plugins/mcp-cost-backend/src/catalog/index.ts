export type {
  CatalogDirectory,
  CatalogSnapshot,
  DirectoryAgent,
  DirectoryServer,
  DirectoryTeam,
} from './CatalogDirectory';
