export { PublishButton } from './PublishButton';
export { PublishDialog } from './PublishDialog';
