import type { KeyScope, ServiceKey } from '@mcp-portal/plugin-mcp-cost-common';

/** How each state of a key is said; never by its colour alone. */
export const KEY_STATES = {
  active: { level: 'good', word: 'Active' },
  expiring: { level: 'attention', word: 'Ends soon' },
  expired: { level: 'unknown', word: 'Ended' },
  revoked: { level: 'unknown', word: 'Revoked' },
  orphaned: { level: 'problem', word: 'Its team is gone' },
} as const satisfies Record<ServiceKey['state'], unknown>;

/** What each scope lets a key do. */
export const SCOPE_WORDS: Record<KeyScope, { word: string; meaning: string }> =
  {
    ingest: { word: 'Send usage', meaning: 'OpenTelemetry traces and usage.' },
    publish: {
      word: 'Publish versions',
      meaning: 'Versions of the team’s servers, from their pipelines.',
    },
  };

/** Whether a key may still be used, and so rotated and revoked. */
export function works(key: ServiceKey): boolean {
  return key.state === 'active' || key.state === 'expiring';
}
