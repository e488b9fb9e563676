export * from './record';
export * from './receipt';
