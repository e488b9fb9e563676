/**
 * The contract of an MCP server, and its snapshot.
 *
 * @packageDocumentation
 */

export * from './canonical';
export * from './snapshot';
export * from './schema';
export * from './diff';
export * from './versions';
export * from './conventions';
export * from './settings';
