export * from './BareRepository';
export type { CommitAuthor } from './commitWorkspace';
export * from './describeRepository';
export * from './LocalRepositories';
export * from './localUrls';
export * from './planRepository';
export { teamFolderOf, teamRefOfFolder } from './repositoryNames';
