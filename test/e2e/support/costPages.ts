import { amara, hannah, margaret, priya } from './people';
import { press, type LookedAt } from './pages';

const PERIOD = 'period=90-days';

/** The pages of costs, on days that always hold usage. */
export const costPages: LookedAt[] = [
  {
    name: 'costs',
    path: `/mcp-costs?${PERIOD}`,
    whole: 'Show as a table',
    as: margaret,
  },
  {
    name: 'costs as a table',
    path: `/mcp-costs?${PERIOD}`,
    whole: 'When (UTC)',
    as: margaret,
    open: press('Show as a table'),
  },
  {
    name: 'breakdown',
    path: `/mcp-costs/breakdown?${PERIOD}&by=server&by=tool`,
    whole: 'Shipment tracking',
    as: margaret,
  },
  {
    name: 'calls',
    path: `/mcp-costs/calls?${PERIOD}`,
    whole: 'Show older calls',
    as: margaret,
  },
  {
    name: 'call',
    path: `/mcp-costs/calls?${PERIOD}&tool=find_invoice`,
    whole: 'When (UTC)',
    as: amara,
    open: page =>
      page
        .getByRole('table', { name: 'Calls' })
        .getByRole('row')
        .nth(1)
        .getByRole('button')
        .click(),
  },
  {
    name: 'quality',
    path: `/mcp-costs/quality?${PERIOD}`,
    whole: 'What stands out',
    as: margaret,
  },
  {
    name: 'budgets',
    path: '/mcp-costs/budgets',
    whole: 'Spent this month',
    as: margaret,
  },
  {
    name: 'setting a budget',
    path: '/mcp-costs/budgets',
    whole: 'So far this month',
    as: margaret,
    open: press('Change the budget of Payments'),
  },
  {
    name: 'alerts',
    path: '/mcp-costs/alerts',
    whole: 'Business',
    // Her team is over its budget.
    as: hannah,
  },
  {
    name: 'idle',
    path: '/mcp-costs/idle',
    whole: 'Payouts (first version)',
    as: amara,
  },
  {
    name: 'exempting',
    path: '/mcp-costs/idle',
    whole: 'Until then nobody is told',
    as: amara,
    open: press('Exempt Payouts (first version)'),
  },
  {
    name: 'price book',
    path: '/mcp-costs/prices',
    whole: 'claude-opus-4-5*',
    as: priya,
  },
  {
    name: 'bill imports',
    path: '/mcp-costs/imports',
    whole: 'No bill was imported yet',
    as: priya,
  },
  {
    name: 'cost of a server',
    path: '/catalog/default/api/shipment-tracking/mcp-cost',
    whole: 'Show as a table',
  },
  {
    name: 'cost of an agent',
    path: '/catalog/default/component/invoice-explainer/mcp-cost',
    whole: 'Show as a table',
  },
  {
    name: 'cost of a team',
    path: '/catalog/default/group/payments/mcp-cost',
    whole: 'No service key yet',
  },
  {
    name: 'asking for an increase',
    path: '/catalog/default/group/payments/mcp-cost',
    whole: 'It comes on top of this month',
    open: press('Ask for an increase'),
  },
  {
    name: 'making a key',
    path: '/catalog/default/group/payments/mcp-cost',
    whole: 'What it may do',
    open: press('Make a key'),
  },
];
