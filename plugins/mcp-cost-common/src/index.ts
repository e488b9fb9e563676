/**
 * What the browser and the server of usage and cost share: the shapes of its
 * API, its permissions, its typed client, and exact money.
 *
 * @packageDocumentation
 */
export * from './alerts';
export * from './budgets';
export * from './client';
export * from './focus';
export * from './idle';
export * from './keys';
export * from './money';
export * from './permissions';
export * from './prices';
export * from './reports';
export * from './usage';
