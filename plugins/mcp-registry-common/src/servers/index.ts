export * from './server';
export * from './contract';
export * from './serverQuery';
