import { hash } from 'node:crypto';

/**
 * The same UUID for the same parts, wherever it is made: the first 128 bits of
 * their SHA-256.
 */
export function stableId(...parts: readonly string[]): string {
  const hex = hash('sha256', parts.join('\n'), 'hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
