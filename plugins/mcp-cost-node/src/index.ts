/**
 * What other backend modules build on: the extension points of usage and cost.
 *
 * @packageDocumentation
 */
export * from './idle';
