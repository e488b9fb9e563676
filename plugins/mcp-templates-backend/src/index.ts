/**
 * What the forms and pages of the templates ask, and what lets the catalog read
 * the portal's own repositories.
 *
 * @packageDocumentation
 */
export { mcpTemplatesFeatures as default } from './features';
