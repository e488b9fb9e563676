import type { AgentSummary } from '@mcp-portal/plugin-mcp-registry-common';
import { data, longTeam, payments, support } from './teams';

function olderAgent(
  name: string,
  title: string,
  owner: AgentSummary['owner'],
  use: { server: string; versionRange?: string; tools?: string[] },
): AgentSummary {
  return {
    ref: `component:default/${name}`,
    kind: 'component',
    namespace: 'default',
    name,
    title,
    owner,
    lifecycle: 'production',
    visibility: 'organisation',
    sample: true,
    servers: [
      {
        serverRef: `api:default/${use.server}`,
        exists: true,
        name: use.server,
        health: 'good',
        missingTools: [],
        versionRange: use.versionRange,
        tools: use.tools,
      },
    ],
  };
}

/** Agents that have not moved, so that somebody is on every line of versions. */
export const versionAgents: AgentSummary[] = [
  olderAgent('dunning-bot', 'Dunning bot', payments, {
    server: 'billing',
    versionRange: '^1.1.0',
    tools: ['list_invoices', 'send_invoice'],
  }),
  olderAgent('ledger-sync', 'Ledger sync', data, {
    server: 'billing',
    versionRange: '~1.2.0',
    tools: ['create_invoice'],
  }),
  olderAgent(
    'tax-filing',
    'Filing assistant for value added tax, Europe and the Middle East',
    longTeam,
    { server: 'billing', versionRange: '^1.0.0' },
  ),
  olderAgent('quote-helper', 'Quote helper', support, {
    server: 'billing',
    versionRange: '^3.0.0',
  }),
  olderAgent('file-clerk', 'File clerk', support, {
    server: 'filesystem',
    tools: ['read_file', 'write_file'],
  }),
];
