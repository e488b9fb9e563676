/**
 * What the pages of MCP Portal's plugins share: lists, states, small words.
 *
 * @packageDocumentation
 */
export * from './actors';
export * from './connect';
export * from './levels';
export * from './lists';
export * from './loading';
export * from './owners';
export * from './page';
export * from './parts';
export * from './words';
