import { amara } from './support/people';
import { expect, test } from './support/test';
import { whenAsked } from './support/whenAsked';

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test("a server's page in the catalog shows its contract, and no empty definition", async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/catalog/default/api/everything');
  await expect(page.getByText('13 tools').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect' })).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Open in MCP servers' }),
  ).toHaveAttribute('href', '/mcp-servers/default/everything');

  const tabs = page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link');
  await expect(tabs).toHaveText([
    'Overview',
    'Cost',
    'Contract',
    'Versions',
    'Dependents',
    'History',
  ]);
  await expect(page.getByText('Definition')).toHaveCount(0);

  await tabs.filter({ hasText: 'Contract' }).click();
  await expect(page).toHaveURL(/\/mcp-contract$/);
  await page.getByRole('option', { name: 'get-sum' }).click();
  await expect(
    page.getByRole('region', { name: 'Input of get-sum' }),
  ).toContainText('number');
});

test("a server's page in the catalog has its versions too", async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/catalog/default/api/billing-invoices/mcp-versions');
  await expect(page.getByText(/^3\.2\.0 is the newest/)).toBeVisible();
  await page
    .getByRole('listitem', { name: 'Version 3.0.0' })
    .getByRole('link', { name: '3.0.0', exact: true })
    .click();
  await expect(page).toHaveURL(
    '/mcp-servers/default/billing-invoices/versions/3.0.0',
  );
});

test('the page of a team lists the servers that it owns', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/catalog/default/group/payments');
  await expect(page.getByText('MCP servers owned')).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Billing invoices' }).first(),
  ).toBeVisible();
  await page.getByRole('link', { name: 'All its servers' }).click();
  await expect(
    page.getByRole('heading', { name: /^5 servers match/ }),
  ).toBeVisible();
});

test('the page of an agent shows the servers that it uses', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/catalog/default/component/ledger-reconciler');
  await page
    .getByRole('article')
    .filter({ hasText: 'MCP servers used' })
    .getByRole('link', { name: /Payment ledger/ })
    .click();
  await expect(page).toHaveURL('/mcp-servers/default/payment-ledger');
});

test("the portal's search finds a server by a word of one of its tools", async ({
  pageAs,
}) => {
  // The index is made some seconds after the start.
  test.setTimeout(120_000);
  const page = await pageAs(amara);
  await expect(async () => {
    await page.goto('/search?query=gzip');
    await expect(
      page.getByRole('link', { name: 'Protocol test bench' }),
    ).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 90_000 });
  await page.getByRole('link', { name: 'gzip-file-as-resource' }).click();
  await expect(page).toHaveURL(
    '/mcp-servers/default/everything/contract?tool=gzip-file-as-resource',
  );
});
