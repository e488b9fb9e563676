/**
 * What the portal's backend plugins share: requests checked against OpenAPI,
 * refs from requests, acts that are written down, both databases.
 *
 * @packageDocumentation
 */
export * from './database';
export * from './http';
