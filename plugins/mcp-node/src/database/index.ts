export * from './inBatches';
export * from './isSqlite';
export * from './migrateWith';
