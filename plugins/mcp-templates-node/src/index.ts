/**
 * What the templates' backend plugin and the scaffolder's module share: the
 * operator's settings, local repositories, and tools from OpenAPI documents.
 *
 * @packageDocumentation
 */
export * from './openapi';
export * from './repositories';
export * from './settings';
export * from './url-reader';
