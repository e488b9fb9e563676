export { mcpTemplatesPlugin as default } from './plugin';
