export { Access, countingScope, systemScope } from './Access';
export type { Extent, Scope } from './Scope';
export { teamScope } from './teamScope';
export { whereInExtent } from './whereInExtent';
export { findOwnedAssets } from './findOwnedAssets';
export { registerAssets } from './registerAssets';
