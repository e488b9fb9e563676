import type { Page } from '@playwright/test';

/** The pages that people look at: where they are, and how one sees that they are whole. */
export const pages: {
  name: string;
  path: string;
  whole: string;
  /** What one does to see it. */
  open?: (page: Page) => Promise<void>;
  /** What Backstage draws, and draws wrong: not ours to change. */
  upstream?: { selector: string; why: string }[];
}[] = [
  { name: 'servers', path: '/mcp-servers', whole: 'Billing invoices' },
  {
    name: 'servers that a search found',
    path: '/mcp-servers?search=gzip',
    whole: 'gzip-file-as-resource',
  },
  {
    name: 'no servers',
    path: '/mcp-servers?search=submarine',
    whole: 'No server matches',
  },
  {
    name: 'server',
    path: '/mcp-servers/default/everything',
    whole: 'of 1 team',
  },
  {
    name: 'server that never answered, with a long name',
    path: '/mcp-servers/default/cross-border-customs-declarations-and-harmonised-tariff-lookup',
    whole: 'of 1 team',
  },
  {
    name: 'contract',
    path: '/mcp-servers/default/workspace-files/contract?tool=edit_file',
    whole: 'Example call',
  },
  {
    name: 'dependents',
    path: '/mcp-servers/default/knowledge-graph/dependents',
    whole: 'By team',
  },
  {
    name: 'history',
    path: '/mcp-servers/default/knowledge-graph/history',
    whole: 'Asked at',
  },
  {
    name: 'connect',
    path: '/mcp-servers/default/knowledge-graph',
    whole: '@modelcontextprotocol/server-memory@2026.8.31',
    open: page => page.getByRole('button', { name: 'Connect' }).click(),
  },
  {
    name: 'server that does not exist',
    path: '/mcp-servers/default/no-such-server',
    whole: 'No MCP server',
  },
  { name: 'agents', path: '/mcp-agents', whole: 'Invoice explainer' },
  {
    name: 'server in the catalog',
    path: '/catalog/default/api/everything',
    whole: '13 tools',
  },
  {
    name: 'team in the catalog',
    path: '/catalog/default/group/payments',
    whole: 'Billing invoices',
    upstream: [
      {
        selector: '.bui-CardBody > .bui-Text[data-color="secondary"]',
        why: "contrast of 4.03 in Backstage UI's dark cards",
      },
    ],
  },
];
