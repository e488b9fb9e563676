/**
 * What the pages of MCP Portal's plugins share: lists, states, small words.
 *
 * @packageDocumentation
 */
export {};
