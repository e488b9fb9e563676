import type { ServiceKey } from '@mcp-portal/plugin-mcp-cost-common';

/** A key that works and that one may manage. */
export function fakeKey(changes: Partial<ServiceKey> = {}): ServiceKey {
  return {
    id: 'key-1',
    teamRef: 'group:default/payments',
    name: 'Invoice clerk',
    scopes: ['ingest'],
    prefix: 'mcpk_ab12',
    createdBy: 'user:default/noor',
    createdAt: '2026-11-01T00:00:00Z',
    expiresAt: '2027-01-30T00:00:00Z',
    state: 'active',
    reportsFor: [],
    mayManage: true,
    ...changes,
  };
}
