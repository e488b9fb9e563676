import type { Page, Route } from '@playwright/test';
import { amara, margaret, priya } from './support/people';
import { expect, test } from './support/test';
import { whenUsed } from './support/usage';
import { whenAsked } from './support/whenAsked';

const REGISTRY = '**/api/mcp-registry/**';
const COSTS = '**/api/mcp-cost/**';

const away = (route: Route) =>
  route.fulfill({
    status: 500,
    json: {
      error: { name: 'Error', message: 'The database is away' },
      response: { statusCode: 500 },
    },
  });

const cut = (route: Route) => route.abort('connectionrefused');

/** Keeps every matching request waiting until it is let go. */
async function hold(page: Page, url: string | RegExp): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>(resolve => {
    letGo = resolve;
  });
  await page.route(url, async route => {
    await held;
    await route.fallback();
  });
  return letGo;
}

const tryAgain = (page: Page) =>
  page.getByRole('button', { name: 'Try again' }).first();

/** Each part of a page that failed is tried again by itself. */
async function tryAllAgain(page: Page) {
  for (
    let left = await page.getByRole('button', { name: 'Try again' }).count();
    left > 0;
    left--
  ) {
    await tryAgain(page).click();
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(
      left - 1,
    );
  }
}

/** What is loaded again may have more parts, that failed too. */
async function tryAgainUntilWell(page: Page) {
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Try again' });
    for (let left = await again.count(); left > 0; left--) {
      await again.first().click({ timeout: 1_000 });
    }
    await expect(again).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
}

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

for (const [how, fail] of [
  ['answers with an error', away],
  ['can’t be reached', cut],
] as const) {
  test(`when the registry ${how}, the pages say what failed and can be retried`, async ({
    pageAs,
  }) => {
    const page = await pageAs(amara);
    for (const { path, says, then } of [
      {
        path: '/mcp-servers',
        says: 'The servers could not be loaded',
        then: 'Billing invoices',
      },
      {
        path: '/mcp-servers/default/everything',
        says: 'The server could not be loaded',
        then: 'Protocol test bench',
      },
      {
        path: '/mcp-agents',
        says: 'The agents could not be loaded',
        then: 'Invoice explainer',
      },
      {
        path: '/mcp-changes?period=all&search=telemetry',
        says: 'The changes could not be loaded',
        then: 'Container telemetry',
      },
      {
        path: '/mcp-changes/removals',
        says: 'The removals could not be loaded',
        then: 'Warehouse queries',
      },
      {
        path: '/mcp-conventions',
        says: 'The scores could not be loaded',
        then: 'Help centre files',
      },
    ]) {
      await page.route(REGISTRY, fail);
      await page.goto(path);
      await expect(page.getByText(says)).toBeVisible();
      await expect(page.getByText(then)).toBeHidden();
      if (fail === away) {
        await expect(
          page.getByText(/The database is away/).first(),
        ).toBeVisible();
      }
      // The rest of the app still works.
      await expect(
        page.getByRole('link', { name: 'MCP agents', exact: true }).first(),
      ).toBeVisible();

      await page.unroute(REGISTRY);
      await tryAllAgain(page);
      await expect(page.getByText(then).first()).toBeVisible();
      await expect(page.getByText(says)).toBeHidden();
    }
  });
}

test('rows that were good stay when a newer answer fails', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers');
  await expect(page.getByText('Billing invoices')).toBeVisible();
  await page.route(REGISTRY, away);
  await page.getByRole('searchbox', { name: /^Search servers/ }).fill('gzip');
  await expect(page.getByText('The servers could not be loaded')).toBeVisible();
  await expect(
    page.getByRole('heading', { name: /in the last good answer/ }),
  ).toBeVisible();
  await expect(page.getByText('Billing invoices')).toBeVisible();

  await page.unroute(REGISTRY);
  await tryAgain(page).click();
  await expect(
    page.getByRole('heading', { name: '1 server matches' }),
  ).toBeVisible();
  await expect(page.getByText('Billing invoices')).toBeHidden();
});

test('what fails on a page costs only itself', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.route('**/api/mcp-registry/servers/facets*', away);
  await page.goto('/mcp-servers');
  await expect(page.getByText('The filters could not be loaded')).toBeVisible();
  await expect(page.getByText('Billing invoices')).toBeVisible();

  await page.route('**/api/mcp-registry/servers/*/conventions*', away);
  await page.route('**/api/mcp-registry/servers/*/drift*', away);
  await page.route('**/api/mcp-registry/servers/*/dependents*', away);
  await page.goto('/mcp-servers/default/everything');
  await expect(
    page.getByText('The dependents could not be loaded'),
  ).toBeVisible();
  await expect(
    page.getByText('The conventions could not be loaded'),
  ).toBeVisible();
  await expect(
    page.getByText('Whether what is live is published could not be loaded'),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Protocol test bench' }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Whole contract' }),
  ).toBeVisible();
});

test('versions that could not be loaded say so, and come when one tries again', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  const base = '/mcp-servers/default/billing-invoices/versions';
  for (const { path, route, says, then } of [
    {
      path: base,
      route: '**/servers/*/versions?*',
      says: 'The versions could not be loaded',
      then: '3.2.0 is the newest',
    },
    {
      path: `${base}/3.0.0`,
      route: '**/servers/*/versions/3.0.0',
      says: 'The version could not be loaded',
      then: 'It breaks some of what worked',
    },
    {
      path: `${base}/compare?from=2.9.0&to=3.2.0`,
      route: '**/servers/*/compare?*',
      says: 'The comparison could not be loaded',
      then: 'Moving from 2.9.0 to 3.2.0',
    },
  ]) {
    await page.route(route, away);
    await page.goto(path);
    await expect(page.getByText(says)).toBeVisible();
    await expect(
      page.getByRole('heading', { name: 'Billing invoices' }),
    ).toBeVisible();
    await page.unroute(route);
    await tryAgain(page).click();
    await expect(page.getByText(then).first()).toBeVisible();
    await expect(page.getByText(says)).toBeHidden();
  }
});

test('a click that the registry refuses says so', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.route('**/introspection', away);
  await page.goto('/mcp-servers/default/payouts');
  await page.getByRole('button', { name: 'Ask now' }).click();
  await expect(
    page.getByText(/The server could not be asked: .*The database is away/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask now' })).toBeEnabled();
});

test('until there is an answer, a page shows its shape', async ({ pageAs }) => {
  const page = await pageAs(amara);
  const letServersGo = await hold(page, REGISTRY);
  await page.goto('/mcp-servers');
  await expect(page.getByLabel('Counting the servers')).toBeVisible();
  await expect(page.getByText('No MCP servers yet')).toBeHidden();
  letServersGo();
  await expect(page.getByText('Billing invoices')).toBeVisible();
  await expect(page.getByLabel('Counting the servers')).toBeHidden();
  await page.unrouteAll({ behavior: 'ignoreErrors' });

  const letServerGo = await hold(page, REGISTRY);
  await page.goto('/mcp-servers/default/everything');
  await expect(page.getByLabel('Loading the server')).toBeVisible();
  letServerGo();
  await expect(
    page.getByRole('heading', { name: 'Protocol test bench' }),
  ).toBeVisible();
  await expect(page.getByLabel('Loading the server')).toBeHidden();
  await page.unrouteAll({ behavior: 'ignoreErrors' });

  const letAgentsGo = await hold(page, REGISTRY);
  await page.goto('/mcp-agents');
  await expect(page.getByLabel('Counting the agents')).toBeVisible();
  letAgentsGo();
  await expect(page.getByText('Invoice explainer')).toBeVisible();
});

test('a server that does not exist and one that is hidden are said alike', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  for (const name of ['no-such-server', 'customer-conversations']) {
    await page.goto(`/mcp-servers/default/${name}`);
    await expect(page.getByText(`No MCP server “${name}”`)).toBeVisible();
    await expect(
      page.getByText(
        'There is no such server, or it is visible to its own team only.',
      ),
    ).toBeVisible();
  }
});

/** The pages of costs, what each says of its failure, and what it shows once it works. */
const costFailures = [
  {
    path: '/mcp-costs?period=90-days',
    says: 'The answer at the top could not be loaded',
    then: 'Show as a table',
  },
  {
    path: '/mcp-costs/breakdown?period=90-days',
    says: 'The breakdown could not be loaded',
    then: 'Shipment tracking',
  },
  {
    path: '/mcp-costs/calls?period=90-days',
    says: 'The calls could not be loaded',
    then: 'Show older calls',
  },
  {
    path: '/mcp-costs/quality?period=90-days',
    says: 'The quality could not be loaded',
    then: 'What stands out',
  },
  {
    path: '/mcp-costs/budgets',
    says: 'The budgets could not be loaded',
    then: 'Spent this month',
  },
  {
    path: '/mcp-costs/alerts',
    says: 'The alerts could not be loaded',
    then: 'Infrastructure',
  },
  {
    path: '/mcp-costs/idle',
    says: 'What lies idle could not be loaded',
    then: 'Payouts (first version)',
  },
  {
    path: '/mcp-costs/prices',
    says: 'The price book could not be loaded',
    then: 'claude-opus-4-5*',
  },
  {
    path: '/catalog/default/group/payments/mcp-cost',
    says: 'The budget could not be loaded',
    then: 'Of the budget',
  },
];

for (const [how, fail, failures] of [
  ['answers with an error', away, costFailures],
  ['can’t be reached', cut, costFailures.slice(0, 2)],
] as const) {
  test(`when the backend of costs ${how}, its pages say what failed and can be retried`, async ({
    pageAs,
    apiAs,
  }) => {
    test.setTimeout(240_000);
    await whenUsed(await apiAs(priya));
    const page = await pageAs(margaret);
    for (const { path, says, then } of failures) {
      await page.route(COSTS, fail);
      await page.goto(path);
      await expect(page.getByText(says)).toBeVisible();
      await expect(page.getByText(then)).toHaveCount(0);
      if (fail === away) {
        await expect(
          page.getByText(/The database is away/).first(),
        ).toBeVisible();
      }
      await page.unroute(COSTS);
      await tryAgainUntilWell(page);
      await expect(page.getByText(then).first()).toBeVisible();
      await expect(page.getByText(says)).toBeHidden();
    }
  });
}

test('what fails on the Costs page costs only itself', async ({
  pageAs,
  apiAs,
}) => {
  test.setTimeout(150_000);
  await whenUsed(await apiAs(priya));
  const page = await pageAs(margaret);
  await page.route(/\/api\/mcp-cost\/(series|unit-costs)\?/, away);
  await page.goto('/mcp-costs?period=90-days');
  await expect(page.getByText('The chart could not be loaded')).toBeVisible();
  await expect(
    page.getByText('The unit costs could not be loaded'),
  ).toBeVisible();
  await expect(page.getByText('Spent, last 90 days')).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Servers by cost' }),
  ).toContainText('Shipment tracking');
});

test('what could not be exported or set says so, and keeps what was typed', async ({
  pageAs,
}) => {
  const page = await pageAs(margaret);
  await page.route('**/api/mcp-cost/exports/**', away);
  await page.goto('/mcp-costs/breakdown?period=90-days');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^CSV/ }).click();
  await expect(
    page.getByText(/Nothing was exported: .*The database is away/),
  ).toBeVisible();

  await page.goto('/mcp-costs/budgets');
  await page
    .getByRole('button', { name: 'Change the budget of Payments' })
    .click();
  await page.route('**/api/mcp-cost/teams/*/budget', away);
  const amount = page.getByRole('textbox', { name: /^Each month/ });
  await amount.fill('700');
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(
    page.getByText(/The budget stays as it was: .*The database is away/),
  ).toBeVisible();
  await expect(amount).toHaveValue('700');
});
