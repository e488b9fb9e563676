import type { Page } from '@playwright/test';
import { amara } from './support/people';
import { expect, test } from './support/test';
import { whenAsked } from './support/whenAsked';

const row = (page: Page, title: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) });

const answer = (page: Page) =>
  page.getByRole('heading', { level: 2, name: /\d+ servers?/ });

const searchBox = (page: Page) =>
  page.getByRole('searchbox', { name: /^Search servers/ });

/** The 24 servers of the sample and 8 of the tests, without the one that is private to another team. */
const ALL = /^31 servers/;

test.beforeAll(async ({ apiAs }) => {
  // What the pages say of health and tools depends on the first attempts.
  await whenAsked(await apiAs(amara));
});

test('typing searches, in the address too, and shows the tool that matched', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers');
  await expect(answer(page)).toHaveText(ALL);
  await expect(searchBox(page)).toBeFocused();

  await searchBox(page).pressSequentially('gzip');
  await expect(page).toHaveURL('/mcp-servers?search=gzip');
  await expect(answer(page)).toHaveText('1 server matches');
  await expect(row(page, 'Protocol test bench')).toBeVisible();

  await page.getByRole('link', { name: 'gzip-file-as-resource' }).click();
  await expect(page).toHaveURL(
    '/mcp-servers/default/everything/contract?tool=gzip-file-as-resource',
  );
  await expect(
    page.getByRole('article', { name: 'Tool gzip-file-as-resource' }),
  ).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL('/mcp-servers?search=gzip');
  await expect(searchBox(page)).toHaveValue('gzip');
  await expect(answer(page)).toHaveText('1 server matches');
});

test('search finds by purpose and by owner too', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers?search=reefer+containers');
  await expect(row(page, 'Container telemetry')).toBeVisible();
  await searchBox(page).fill('risk compliance sanctions');
  await expect(row(page, 'Sanctions screening')).toBeVisible();
  await expect(row(page, 'Container telemetry')).toBeHidden();
});

test('filters narrow with the counts that they promise, and live in the address', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers');
  await expect(answer(page)).toHaveText(ALL);

  await page.getByRole('button', { name: 'Owner', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Payments, 5' }).check();
  await expect(page).toHaveURL('/mcp-servers?owner=group%3Adefault%2Fpayments');
  await page.keyboard.press('Escape');
  await expect(answer(page)).toHaveText(/^5 servers match/);

  await page.getByRole('button', { name: 'Lifecycle', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Deprecated, 1' }).check();
  await page.keyboard.press('Escape');
  await expect(answer(page)).toHaveText(/^1 server matches/);
  await expect(row(page, 'Payouts (first version)')).toBeVisible();

  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL('/mcp-servers');
  await expect(answer(page)).toHaveText(ALL);
});

test('a shared address shows the same view to somebody else', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto(
    '/mcp-servers?search=files&trust=verified-third-party&health=good&sort=tools&order=desc',
  );
  await expect(searchBox(page)).toHaveValue('files');
  await expect(
    page.getByRole('button', { name: 'Health: Good' }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: /^Trust: Verified/ }),
  ).toBeVisible();
  await expect(
    page.getByRole('columnheader', { name: 'Tools' }),
  ).toHaveAttribute('aria-sort', 'descending');
  await expect(row(page, 'Help centre files')).toBeVisible();
  await expect(row(page, 'Billing invoices')).toBeHidden();
});

test('a click on a column sorts by it', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers');
  const firstRow = page.getByRole('row').nth(1);
  await page.getByRole('columnheader', { name: 'Server' }).click();
  await expect(page).toHaveURL('/mcp-servers?sort=name&order=asc');
  await expect(firstRow).toContainText('Billing invoices');
  await page.getByRole('columnheader', { name: 'Server' }).click();
  await expect(page).toHaveURL('/mcp-servers?sort=name&order=desc');
  await expect(firstRow).toContainText('Warehouse queries');
});

test('more servers than a page shows are a page away', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers?sort=name');
  await expect(page.getByText('1–25 of 31')).toBeVisible();
  await expect(row(page, 'Warehouse queries')).toBeHidden();

  await page.getByRole('button', { name: 'Go to next page' }).click();
  await expect(page).toHaveURL('/mcp-servers?sort=name&page=2');
  await expect(page.getByText('26–31 of 31')).toBeVisible();
  await expect(row(page, 'Warehouse queries')).toBeVisible();
  await expect(row(page, 'Billing invoices')).toBeHidden();
});

test('the keyboard reaches the search and opens a server', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers?search=help+centre+files');
  const cell = row(page, 'Help centre files').getByRole('gridcell').nth(1);
  await expect(cell).toBeVisible();
  await searchBox(page).blur();
  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();
  await expect(searchBox(page)).toHaveValue('help centre files');

  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/mcp-servers/default/workspace-files');
  await expect(
    page.getByRole('heading', { name: 'Help centre files' }),
  ).toBeVisible();
});

test('an empty result offers to clear what made it empty', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers?search=submarine&trust=internal');
  await expect(page.getByText('No server matches')).toBeVisible();
  await page
    .getByRole('button', { name: 'Clear the search and filters' })
    .click();
  await expect(page).toHaveURL('/mcp-servers');
  await expect(searchBox(page)).toHaveValue('');
  await expect(answer(page)).toHaveText(ALL);
});

test('a server without an owner that exists is flagged on the list and on its page', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers');
  await page.getByRole('button', { name: '1 without an owner' }).click();
  await expect(page).toHaveURL('/mcp-servers?ownerExists=false');
  await expect(answer(page)).toHaveText(/^1 server matches/);
  await expect(row(page, 'Carrier rates')).toContainText('No such team');
  await expect(row(page, 'Carrier rates')).toContainText('rates-and-quotes');

  await page.getByRole('link', { name: 'Carrier rates' }).click();
  await expect(page.getByText('No such team: rates-and-quotes')).toBeVisible();
});

test('sample data says that it is, and other data does not', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers?owner=group:default/freight-tracking');
  await expect(row(page, 'Shipment tracking')).toContainText('Sample');
  await expect(row(page, 'Depot Antwerp')).toBeVisible();
  await expect(row(page, 'Depot Antwerp')).not.toContainText('Sample');

  await page.getByRole('link', { name: 'Shipment tracking' }).click();
  await expect(page.getByText('Sample data')).toBeVisible();
  await page.goto('/mcp-servers/default/depot-antwerp');
  await expect(
    page.getByRole('heading', { name: 'Depot Antwerp' }),
  ).toBeVisible();
  await expect(page.getByText('Sample data')).toBeHidden();
});
