import type {
  ServerSummary,
  SimilarServer,
} from '@mcp-portal/plugin-mcp-registry-common';

/** A server as the registry lists it. */
export function aServer(
  name: string,
  more: Partial<ServerSummary> = {},
): ServerSummary {
  return {
    ref: `api:default/${name}`,
    namespace: 'default',
    name,
    owner: { ref: 'group:default/payments', exists: true, title: 'Payments' },
    lifecycle: 'production',
    trust: 'internal',
    visibility: 'organisation',
    sample: false,
    health: {
      level: 'good',
      reason: 'It answered a minute ago.',
      stale: false,
      running: false,
    },
    counts: { tools: 7, prompts: 0, resources: 0, resourceTemplates: 0 },
    dependents: 0,
    ...more,
  };
}

/** A server that does nearly what is wanted. */
export const billing: SimilarServer = {
  server: aServer('billing', {
    title: 'Billing',
    purpose: 'Read and send the invoices of customers',
  }),
  score: 0.9,
  level: 'very-close',
  tools: [
    {
      name: 'find_invoices',
      description: 'Finds open invoices of a customer',
      score: 0.9,
    },
  ],
  because: ['invoices'],
};

/** A server that is worth a look. */
export const ledger: SimilarServer = {
  server: aServer('ledger', { title: 'Ledger' }),
  score: 0.4,
  level: 'close',
  tools: [],
  because: ['customer'],
};
