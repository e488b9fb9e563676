export { createServerCheckAction } from './createServerCheckAction';
