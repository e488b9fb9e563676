import type { Page } from '@playwright/test';
import { elif, yuki, type Person } from './people';

/** Somewhere that people look at: where it is, and how one sees that it is whole. */
export interface LookedAt {
  name: string;
  path: string;
  whole: string;
  /** Who sees it like this; anybody, unless it is said. */
  as?: Person;
  /** What one does to see it. */
  open?: (page: Page) => Promise<void>;
  /** What Backstage draws, and draws wrong: not ours to change. */
  upstream?: { selector: string; why: string }[];
}

/** Presses buttons, one after another. */
export const press =
  (...names: string[]) =>
  async (page: Page) => {
    for (const name of names) {
      await page.getByRole('button', { name, exact: true }).click();
    }
  };

/** What is live there is not what is published, once a test has seen to it. */
export const DRIFTING = { server: 'sequential-thinking', owner: elif };

/** What Backstage draws on every page, and draws wrong. */
export const upstreamEverywhere = [
  {
    selector: 'a[aria-label="Notifications"]',
    why: 'its label leaves out the number of unread ones that it shows',
  },
];

export const pages: LookedAt[] = [
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
    open: press('Connect'),
  },
  {
    name: 'versions',
    path: '/mcp-servers/default/billing-invoices/versions',
    whole: 'has still to move',
  },
  {
    name: 'no versions',
    path: '/mcp-servers/default/customer-conversations/versions',
    whole: 'Nothing is published yet',
    as: yuki,
  },
  {
    name: 'version',
    path: '/mcp-servers/default/billing-invoices/versions/3.0.0?item=tool:find_invoice',
    whole: 'Month-end assistant',
  },
  {
    name: 'version, unified',
    path: '/mcp-servers/default/billing-invoices/versions/3.0.0?item=tool:find_invoice&view=unified',
    whole: 'Month-end assistant',
  },
  {
    name: 'comparison',
    path: '/mcp-servers/default/billing-invoices/versions/compare?from=2.9.0&to=3.2.0',
    whole: 'Month-end assistant',
  },
  {
    name: 'deprecating',
    path: '/mcp-servers/default/billing-invoices/versions/2.9.0',
    whole: 'Everyone who uses it reads this.',
    open: press('Change the deprecation'),
  },
  {
    name: 'deleting',
    path: '/mcp-servers/default/billing-invoices/versions/3.0.0',
    whole: 'its number is never used again',
    open: press('Delete'),
  },
  {
    name: 'drift',
    path: `/mcp-servers/default/${DRIFTING.server}`,
    whole: 'What is live is not',
    as: DRIFTING.owner,
  },
  {
    name: 'acknowledging',
    path: `/mcp-servers/default/${DRIFTING.server}/versions`,
    whole: 'It goes on being shown, quietly.',
    as: DRIFTING.owner,
    open: press('Acknowledge'),
  },
  {
    name: 'publishing',
    path: `/mcp-servers/default/${DRIFTING.server}/versions`,
    whole: 'is fine. Breaking changes since',
    as: DRIFTING.owner,
    open: press('Publish what is live'),
  },
  {
    name: 'conventions of a server',
    path: '/mcp-servers/default/workspace-files/conventions',
    whole: 'What to mend',
  },
  {
    name: 'changes',
    path: '/mcp-changes?period=all&search=support',
    whole: 'Monday, 13 April 2026',
  },
  {
    name: 'removals',
    path: '/mcp-changes/removals',
    whole: '31 January 2027',
  },
  {
    name: 'drifts',
    path: '/mcp-changes/drift',
    whole: 'and what is live',
  },
  {
    name: 'conventions',
    path: '/mcp-conventions',
    whole: 'Broken most often',
  },
  {
    name: 'versions in the catalog',
    path: '/catalog/default/api/billing-invoices/mcp-versions',
    whole: 'has still to move',
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
