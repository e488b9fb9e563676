export { createOpenApiToolsAction } from './createOpenApiToolsAction';
