/**
 * Types and the typed client of the templates' API, shared by browser and
 * server.
 *
 * @packageDocumentation
 */
export * from './client';
export * from './creation';
export * from './names';
export * from './openapi';
export * from './repositories';
export * from './settings';
