import type {
  AgentSummary,
  ServerUse,
} from '@mcp-portal/plugin-mcp-registry-common';
import { devex, gone, payments, platform, support } from './teams';

function agent(
  given: Partial<AgentSummary> & Pick<AgentSummary, 'name' | 'owner'>,
): AgentSummary {
  return {
    ref: `component:default/${given.name}`,
    kind: 'component',
    namespace: 'default',
    lifecycle: 'production',
    visibility: 'organisation',
    sample: true,
    servers: [],
    ...given,
  };
}

function uses(
  name: string,
  title: string,
  rest: Partial<ServerUse> = {},
): ServerUse {
  return {
    serverRef: `api:default/${name}`,
    exists: true,
    name,
    title,
    health: 'good',
    missingTools: [],
    ...rest,
  };
}

export const organisationAgents: AgentSummary[] = [
  agent({
    name: 'invoice-clerk',
    title: 'Invoice clerk',
    purpose: 'Drafts invoices from signed contracts.',
    owner: payments,
    servers: [
      uses('billing', 'Billing', {
        versionRange: '^2.3.0',
        tools: ['create_invoice', 'list_invoices', 'send_invoice'],
        missingTools: ['send_invoice'],
      }),
      uses('filesystem', 'Filesystem'),
    ],
  }),
  agent({
    name: 'support-copilot',
    title: 'Support copilot',
    purpose: 'Answers customers with what the records say.',
    owner: support,
    servers: [
      uses('billing', 'Billing', {
        versionRange: '^2.0.0',
        tools: ['list_invoices', 'refund_payment'],
      }),
      uses('crm', 'Customer records', { health: 'problem' }),
      uses('knowledge', 'knowledge', { exists: false, health: undefined }),
    ],
  }),
  agent({
    name: 'on-call-helper',
    title: 'On-call helper',
    purpose: 'Sums up an incident and finds who can help.',
    owner: platform,
    lifecycle: 'experimental',
    servers: [
      uses('incidents', 'Incidents', { health: 'attention' }),
      uses('filesystem', 'Filesystem', { versionRange: '>=2026.1.0' }),
    ],
  }),
  agent({
    name: 'release-notes',
    title: 'Release notes writer',
    owner: devex,
  }),
  agent({
    name: 'growth-hacker',
    owner: gone,
    lifecycle: 'experimental',
    servers: [
      uses('growth-experiments', 'Growth experiments', { health: 'unknown' }),
    ],
  }),
];
