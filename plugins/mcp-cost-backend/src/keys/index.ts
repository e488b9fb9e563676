export { createKeys } from './createKeys';
export { DatabaseKeyStore } from './DatabaseKeyStore';
export type { KeyAuthenticator } from './KeyAuthenticator';
export type { KeyStore, StoredKey } from './KeyStore';
