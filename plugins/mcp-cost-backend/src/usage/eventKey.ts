import { stableId } from '../stableId';

/**
 * The key of an event: 128 bits as a UUID, from whose it is and how its sender
 * names it. Within a team, so that nobody takes the place of another's events.
 *
 * @param kind - `span` with `traceId:spanId`, `usage` with the record's id, and so on
 */
export function eventKey(teamRef: string, kind: string, id: string): string {
  return stableId(teamRef, kind, id);
}

/** The key of one revision of an event, while it is not the newest. */
export function revisionKey(key: string, revision: number): string {
  return stableId(key, String(revision));
}

/**
 * The key of one revision of an event that counted and was replaced. Never that
 * of one which waits: a copy of it may still come, from a sender who does not
 * know that it arrived.
 */
export function replacedKey(key: string, revision: number): string {
  return stableId(key, String(revision), 'replaced');
}
