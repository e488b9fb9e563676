export { createServerUndoAction } from './createServerUndoAction';
