/**
 * What is more than this is refused: no real contract comes near, and one
 * hostile server must not use up the memory or the stack of the process that
 * asks it.
 * @public
 */
export const SNAPSHOT_LIMITS = Object.freeze({
  /** Levels of objects and arrays, the contract itself being the first. */
  maxDepth: 200,
  /** Objects, arrays, strings, numbers, booleans and nulls. */
  maxValues: 1_000_000,
  /** Of the canonical JSON, and, roughly, of what was given. */
  maxSizeBytes: 10 * 1024 * 1024,
});
