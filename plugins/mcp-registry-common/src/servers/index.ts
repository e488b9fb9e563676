export * from './server';
export * from './contract';
export * from './serverQuery';
export * from './similar';
export * from './arrival';
export * from './event';
