import { createHash } from 'node:crypto';

import type { Attribution } from './Attribution';

/** Columns of `usage_consumers`, in the order in which they are fingerprinted. */
export const CONSUMER_FIELDS = {
  team_ref: 'teamRef',
  environment: 'environment',
  kind: 'kind',
  agent: 'agent',
  server_ref: 'serverRef',
  server_hint: 'serverHint',
  model: 'model',
  provider: 'provider',
  unit: 'unit',
} as const satisfies Record<string, keyof Attribution>;

const FIELDS = [...Object.values(CONSUMER_FIELDS), 'tool', 'userRef'] as const;

/** A text that is the same for equal attributions only; for maps in memory. */
export function attributionName(attribution: Attribution): string {
  let name = '';
  for (const field of FIELDS) {
    name += `${attribution[field]}\0`;
  }
  return name;
}

/** What an attribution is found by in `usage_attributions`. */
export function attributionFingerprint(attribution: Attribution): string {
  return fingerprint([
    fingerprint(
      Object.values(CONSUMER_FIELDS).map(field => storable(attribution[field])),
    ),
    storable(attribution.tool),
    storable(attribution.userRef),
  ]);
}

/** Fields are told apart by their lengths: no text can pass for another two. */
export function fingerprint(fields: string[]): string {
  const hash = createHash('sha256');
  for (const field of fields) {
    hash.update(`${field.length}:${field}`);
  }
  return hash.digest('hex');
}

/** PostgreSQL's texts hold everything but NUL. */
export function storable(text: string): string {
  return text.replaceAll('\0', '');
}
