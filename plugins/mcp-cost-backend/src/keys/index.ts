export type { KeyAuthenticator } from './KeyService';
