import { lazy, type ComponentType } from 'react';

/** The pages under Costs, in the order of their tabs; each comes when it is opened. */
export const COST_TABS: {
  path: string;
  label: string;
  Page: ComponentType;
}[] = [
  {
    path: '',
    label: 'Overview',
    Page: lazy(() =>
      import('./CostsPage').then(m => ({ default: m.CostsPage })),
    ),
  },
  {
    path: 'breakdown',
    label: 'Breakdown',
    Page: lazy(() =>
      import('./BreakdownPage').then(m => ({ default: m.BreakdownPage })),
    ),
  },
  {
    path: 'calls',
    label: 'Calls',
    Page: lazy(() =>
      import('./CallsPage').then(m => ({ default: m.CallsPage })),
    ),
  },
  {
    path: 'quality',
    label: 'Quality',
    Page: lazy(() =>
      import('./QualityPage').then(m => ({ default: m.QualityPage })),
    ),
  },
  {
    path: 'budgets',
    label: 'Budgets',
    Page: lazy(() =>
      import('./BudgetsPage').then(m => ({ default: m.BudgetsPage })),
    ),
  },
  {
    path: 'alerts',
    label: 'Alerts',
    Page: lazy(() =>
      import('./AlertsPage').then(m => ({ default: m.AlertsPage })),
    ),
  },
  {
    path: 'idle',
    label: 'Idle',
    Page: lazy(() => import('./IdlePage').then(m => ({ default: m.IdlePage }))),
  },
  {
    path: 'prices',
    label: 'Price book',
    Page: lazy(() =>
      import('./PricesPage').then(m => ({ default: m.PricesPage })),
    ),
  },
  {
    path: 'imports',
    label: 'Bill imports',
    Page: lazy(() =>
      import('./ImportsPage').then(m => ({ default: m.ImportsPage })),
    ),
  },
];
