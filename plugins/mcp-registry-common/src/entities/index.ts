export * from './annotations';
export * from './serverEntity';
export * from './agentEntity';
