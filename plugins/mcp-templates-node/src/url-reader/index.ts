export * from './LocalUrlReader';
