export * from './localUrlReaderFactory';
