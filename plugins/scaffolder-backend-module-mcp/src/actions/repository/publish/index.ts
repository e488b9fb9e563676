export { createRepositoryPublishAction } from './createRepositoryPublishAction';
