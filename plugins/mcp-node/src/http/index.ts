export * from './PayloadTooLargeError';
export * from './actorOf';
export * from './audited';
export * from './checkedQuery';
export * from './createOpenApiRouter';
export * from './explainBadRequest';
export * from './parseRef';
export * from './plainText';
