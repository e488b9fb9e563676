/**
 * What other backend modules build on: permission rules and conditions for
 * policies, and the registry's extension points.
 *
 * @packageDocumentation
 */
export * from './access';
export * from './introspection';
export * from './usage';
