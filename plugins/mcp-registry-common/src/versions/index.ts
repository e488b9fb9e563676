export * from './version';
export * from './publication';
export * from './progress';
