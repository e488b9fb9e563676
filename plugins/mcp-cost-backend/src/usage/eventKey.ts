import { createHash } from 'node:crypto';

/**
 * The key of an event: 128 bits as a UUID, from whose it is and how its sender
 * names it. Within a team, so that nobody takes the place of another's events.
 *
 * @param kind - `span` with `traceId:spanId`, `usage` with the record's id, and so on
 */
export function eventKey(teamRef: string, kind: string, id: string): string {
  return hashKey(`${teamRef}\n${kind}\n${id}`);
}

/** The key of one revision of an event, while it is not the newest. */
export function revisionKey(key: string, revision: number): string {
  return hashKey(`${key}\n${revision}`);
}

function hashKey(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
