import type { Page } from '@playwright/test';
import {
  decimalText,
  parseDecimal,
  type CostOverview,
} from '@mcp-portal/plugin-mcp-cost-common';
import { readFile } from 'node:fs/promises';
import { amara, margaret, priya, type Person } from './support/people';
import { expect, test } from './support/test';
import { COST, day, last90Days, whenUsed } from './support/usage';

const ALL_TEAMS = [
  'Payments',
  'Freight Tracking',
  'Customer Care Tools',
  'Platform Engineering',
  'Data Platform',
  'Risk & Compliance Engineering',
];

/** The period of the page that always holds the sample's usage. */
const PERIOD = 'period=90-days';

/** Model calls up to yesterday: nothing adds to them while a test runs, nor shares anything out anew. */
const STEADY = `from=${day(-60)}&to=${day(0)}&kind=model-call`;

const lineOf = (page: Page, list: string, name: string) =>
  page
    .getByRole('list', { name: list, exact: true })
    .getByRole('listitem')
    .filter({ hasText: name });

const openPicker = (page: Page, shown: string) =>
  page.getByRole('button', { name: shown, exact: true }).click();

async function exported(page: Page, format: RegExp) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: format }).click();
  const file = await download;
  const [head, ...lines] = (await readFile(await file.path(), 'utf8'))
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return {
    name: file.suggestedFilename(),
    names,
    // Enough for these columns: no name before them has a comma in it.
    rows: lines.map(line => {
      const cells = line.split(',');
      return Object.fromEntries(names.map((name, at) => [name, cells[at]]));
    }),
  };
}

const sum = (amounts: string[]) =>
  decimalText(
    amounts.reduce((total, amount) => total + parseDecimal(amount), 0n),
  );

test.beforeAll(async ({ apiAs }) => {
  test.setTimeout(150_000);
  await whenUsed(await apiAs(priya));
});

const views: { person: Person; sees: string[]; says: RegExp }[] = [
  {
    person: margaret,
    // And Data Platform, which uses a server of one of hers.
    sees: [
      'Payments',
      'Freight Tracking',
      'Customer Care Tools',
      'Data Platform',
    ],
    says: /You see what Product Engineering,.* spend/,
  },
  {
    person: amara,
    sees: ['Payments', 'Data Platform'],
    says: /You see what Payments spend/,
  },
  { person: priya, sees: ALL_TEAMS, says: /You see all teams/ },
];

for (const { person, sees, says } of views) {
  test(`${person.name} sees what their teams spend, and who uses their servers`, async ({
    pageAs,
    apiAs,
  }) => {
    const page = await pageAs(person);
    await page.goto(`/mcp-costs?${PERIOD}`);
    const answer = page.getByRole('region', { name: 'The answer' });
    await expect(answer).toContainText(says);
    await expect(answer).toContainText('Sample data');
    const teams = page.getByRole('list', { name: 'Teams', exact: true });
    for (const team of ALL_TEAMS) {
      await expect(teams.getByRole('link', { name: team })).toHaveCount(
        sees.includes(team) ? 1 : 0,
      );
    }
    const { total, sees: scope } = await (
      await apiAs(person)
    ).read<CostOverview>(`${COST}/overview?${last90Days()}`);
    expect(scope.all).toBe(person === priya);
    expect(BigInt(total.costNanos)).toBeGreaterThan(0n);
    await expect(answer).toContainText(/Spent, last 90 days\$[\d,.]+/);
  });
}

test('spent, forecast, budget and alerts are told at a glance', async ({
  pageAs,
  apiAs,
}) => {
  test.setTimeout(180_000);
  const api = await apiAs(margaret);
  // They are looked for every minute.
  await expect
    .poll(
      async () =>
        (
          await api.read<CostOverview>(`${COST}/overview?${last90Days()}`)
        ).alerts.map(({ serverRef }) => serverRef),
      { timeout: 120_000 },
    )
    .toContain('api:default/shipment-tracking');
  const page = await pageAs(margaret);
  await page.goto('/mcp-costs');
  const answer = page.getByRole('region', { name: 'The answer' });
  await expect(answer).toContainText(/Spent, this month\$/);
  await expect(answer).toContainText(/Forecast for \w+ \d{4}\$/);
  // Payments' 620, and 560 of Customer Care Tools.
  await expect(answer).toContainText('of $1,180 for 2 teams');
  await expect(
    page.getByRole('list', { name: 'Open alerts' }).getByRole('heading', {
      name: /% of the calls of Shipment tracking fail/,
    }),
  ).toBeVisible();
});

test('one goes from a team to what it uses, and on to the calls', async ({
  pageAs,
}) => {
  const page = await pageAs(margaret);
  await page.goto(`/mcp-costs?${PERIOD}`);
  await lineOf(page, 'Teams', 'Freight Tracking').getByRole('link').click();
  await expect(page).toHaveURL(
    `/mcp-costs/breakdown?${PERIOD}&team=group%3Adefault%2Ffreight-tracking&by=server&by=tool`,
  );
  const row = page
    .getByRole('grid', { name: 'Breakdown of usage' })
    .getByRole('row')
    .filter({ hasText: 'predict_arrival' });
  await expect(row).toContainText('Shipment tracking');
  await row
    .getByRole('link', { name: /^[\d,]{3,}$/ })
    .first()
    .click();

  await expect(page).toHaveURL(/\/mcp-costs\/calls\?.*tool=predict_arrival/);
  const calls = page.getByRole('table', { name: 'Calls' }).getByRole('row');
  await expect(calls.nth(1)).toContainText('predict_arrival');
  await expect(calls).toHaveCount(51);
  await page.getByRole('button', { name: 'Show older calls' }).click();
  await expect(calls).toHaveCount(101);
  await calls.nth(1).getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText('predict_arrival');
});

test('a bar of the chart opens to its day and team', async ({ pageAs }) => {
  const page = await pageAs(margaret);
  await page.goto(`/mcp-costs?${PERIOD}`);
  const bars = page.locator('.MuiBarElement-root');
  await expect(bars.first()).toBeVisible();
  const heights = await bars.evaluateAll(all =>
    all.map(bar => bar.getBoundingClientRect().height),
  );
  await bars.nth(heights.indexOf(Math.max(...heights))).click();
  await expect(page).toHaveURL(
    /\/mcp-costs\/breakdown\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d&team=.*&by=server&by=tool$/,
  );
  await expect(
    page.getByRole('grid', { name: 'Breakdown of usage' }),
  ).toBeVisible();
});

test('the period lives in the address', async ({ pageAs }) => {
  const page = await pageAs(margaret);
  await page.goto('/mcp-costs/breakdown?by=team');
  await openPicker(page, 'This month');
  await page
    .getByRole('dialog', { name: 'Choose the period' })
    .getByRole('button', { name: 'Last 30 days' })
    .click();
  await expect(page).toHaveURL('/mcp-costs/breakdown?by=team&period=30-days');
  await expect(
    page.getByRole('heading', { level: 2, name: /last 30 days/ }),
  ).toBeVisible();

  await page.getByRole('tab', { name: 'Quality' }).click();
  await page.goBack();
  await page.reload();
  await expect(
    page.getByRole('button', { name: 'Last 30 days', exact: true }),
  ).toBeVisible();
});

test('the exported file holds what is on screen, and as FOCUS the same sum', async ({
  pageAs,
}) => {
  const page = await pageAs(margaret, {
    viewport: { width: 1280, height: 1600 },
  });
  await page.goto(`/mcp-costs/breakdown?${STEADY}&by=team&by=model`);
  const rows = page
    .getByRole('grid', { name: 'Breakdown of usage' })
    .getByRole('row');
  await expect(rows.filter({ hasText: 'gpt-5-mini' }).first()).toBeVisible();
  const csv = await exported(page, /^CSV/);
  expect(csv.name).toBe(`usage-${day(-60)}-to-${day(0)}.csv`);
  await expect(
    page.getByRole('heading', {
      level: 2,
      name: new RegExp(`${csv.rows.length} rows`),
    }),
  ).toBeVisible();
  for (const line of csv.rows) {
    const row = rows
      .filter({ hasText: line.team_title })
      .filter({ has: page.getByText(line.model, { exact: true }) });
    await expect(row).toContainText(Number(line.calls).toLocaleString('en'));
    // Nothing has a price for that model.
    await expect(row).toContainText(
      line.model === 'mistral-medium-latest' ? 'No price' : '$',
    );
  }
  expect(new Set(csv.rows.map(({ team_title }) => team_title))).toEqual(
    new Set(['Payments', 'Freight Tracking', 'Customer Care Tools']),
  );

  const focus = await exported(page, /^FOCUS/);
  expect(focus.names).toEqual(
    expect.arrayContaining(['BilledCost', 'ChargePeriodStart', 'SubAccountId']),
  );
  expect(sum(focus.rows.map(({ BilledCost }) => BilledCost))).toBe(
    sum(csv.rows.map(({ cost }) => cost)),
  );
});

test('the server behind the troubles of several agents is named', async ({
  pageAs,
}) => {
  const page = await pageAs(margaret);
  // It has failed for 70 hours when the portal starts.
  await page.goto(`/mcp-costs/quality?from=${day(-3)}&to=${day(1)}`);
  // First what stands out in the last two days, then in all of them.
  const finding = page
    .getByRole('region', { name: 'What stands out' })
    .getByRole('listitem')
    .last();
  await expect(finding).toContainText(
    /One server, Shipment tracking, is behind \d+.* % of the errors of \d agents: .*Arrival watcher/,
  );
  await expect(
    page.getByRole('row', { name: /Details of Shipment tracking/ }),
  ).toContainText(/Arrival watcher \(\d+\), Ticket triage \(\d+\)/);

  await finding.getByRole('link', { name: /^See the \d+ errors$/ }).click();
  await expect(page).toHaveURL(/\/mcp-costs\/calls\?.*outcome=error/);
  await expect(
    page.getByRole('table', { name: 'Calls' }).getByRole('row').nth(1),
  ).toContainText('timeout');
});

test('what has no price and what has no server is said, and never zero', async ({
  pageAs,
}) => {
  const page = await pageAs(margaret);
  await page.goto(`/mcp-costs?${PERIOD}`);
  await expect(page.getByText(/[\d,]+ events have no price/)).toBeVisible();
  await page
    .getByRole('link', { name: 'See what they say of their server' })
    .click();
  await expect(
    page.getByRole('table', { name: 'Calls' }).getByRole('row').nth(1),
  ).toContainText('mcp.refunds-partner.example');

  await page.goto(
    `/mcp-costs/breakdown?${STEADY}&by=model&model=mistral-medium-latest`,
  );
  const row = page
    .getByRole('grid', { name: 'Breakdown of usage' })
    .getByRole('row')
    .filter({ hasText: 'mistral-medium-latest' });
  await expect(row).toContainText('No price');
  await expect(row).not.toContainText('$');
});
