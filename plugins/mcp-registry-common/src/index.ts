/**
 * What the browser and the server of the MCP registry share: the shapes of its
 * API, its permissions, its typed client, and the words of its entities.
 *
 * @packageDocumentation
 */
export * from './agents';
export * from './client';
export * from './entities';
export * from './introspection';
export * from './permissions';
export * from './servers';
export * from './versions';
export * from './drift';
export * from './conventions';
export * from './changes';
