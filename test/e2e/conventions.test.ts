import type {
  Page as ListPage,
  ServerScore,
} from '@mcp-portal/plugin-mcp-registry-common';
import type { Page } from '@playwright/test';
import { amara } from './support/people';
import { expect, test } from './support/test';
import { whenAsked } from './support/whenAsked';

const rows = (page: Page) =>
  page.getByRole('grid', { name: 'Scores' }).getByRole('row');

const row = (page: Page, title: string) =>
  rows(page).filter({
    has: page.getByRole('link', { name: title, exact: true }),
  });

const broken = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`^${title} ?\\d+ servers?$`) });

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test('a server shows its score, what it costs a model to load, and what to mend first', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers/default/workspace-files');
  const card = page.getByRole('region', { name: 'Conventions' });
  await expect(card).toContainText(/\d+of 100/);
  await expect(card).toContainText(
    /Loading its tools costs a model 1,\d{3} tokens/,
  );
  await expect(card).toContainText('Every parameter is described');

  await card.getByRole('link', { name: 'All conventions' }).click();
  await expect(page).toHaveURL(
    '/mcp-servers/default/workspace-files/conventions',
  );
  const article = page.getByRole('article', {
    name: 'Every parameter is described',
  });
  await article.getByRole('link', { name: 'create_directory' }).first().click();
  await expect(page).toHaveURL(
    '/mcp-servers/default/workspace-files/contract?tool=create_directory',
  );
});

test('what an unknown tool gets was tried live', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers/default/everything/conventions');
  await expect(
    page.getByText('An unknown tool is refused as MCP asks').first(),
  ).toBeVisible();
});

test('a server that never answered was not checked, which is no bad score', async ({
  pageAs,
  apiAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers/default/billing-invoices/conventions');
  await expect(page.getByText('Not checked yet')).toBeVisible();

  await page.goto('/mcp-conventions?search=billing+invoices');
  await expect(row(page, 'Billing invoices')).toContainText('unknown');
  const { items } = await (
    await apiAs(amara)
  ).read<ListPage<ServerScore>>(
    '/api/mcp-registry/conventions/scores?search=billing+invoices',
  );
  expect(items[0]).not.toHaveProperty('score');
});

test('all servers have their scores, the worst first, with what is broken most often', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/');
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Conventions' })
    .click();
  await expect(page).toHaveURL('/mcp-conventions');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    /^\d+ of 100 is the mean score of \d+ servers/,
  );
  await expect(row(page, 'Help centre files')).toContainText(
    'Customer Care Tools',
  );
  const scores = await rows(page)
    .locator('[data-field="score"]')
    .filter({ hasText: /\d/ })
    .allInnerTexts();
  const numbers = scores.map(text => Number(/\d+$/.exec(text.trim())?.[0]));
  expect(numbers.length).toBeGreaterThanOrEqual(4);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  await expect(broken(page, 'Every parameter is described')).toBeVisible();
});

test('servers are filtered by the convention that they break, in the address', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-conventions');
  const choice = broken(page, 'Every parameter is described');
  const count = Number(/(\d+) servers?$/.exec(await choice.innerText())?.[1]);
  await choice.click();
  await expect(page).toHaveURL(
    '/mcp-conventions?convention=parameter-described',
  );
  await expect(choice).toHaveAttribute('aria-pressed', 'true');
  await expect(rows(page)).toHaveCount(count + 1);
  await expect(row(page, 'Help centre files')).toBeVisible();
  await expect(row(page, 'Billing invoices')).toHaveCount(0);

  await page.goto(
    '/mcp-conventions?convention=parameter-described&owner=group%3Adefault%2Fcustomer-care',
  );
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, 'Help centre files')).toBeVisible();

  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL('/mcp-conventions');
});

test('a score leads to what the server should mend', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-conventions?search=help+centre');
  await row(page, 'Help centre files')
    .getByRole('link', { name: 'Help centre files' })
    .click();
  await expect(page).toHaveURL(
    '/mcp-servers/default/workspace-files/conventions',
  );
  await expect(
    page.getByRole('region', { name: 'What to mend' }),
  ).toBeVisible();
});

test('the conventions say why they are, and what to do', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-conventions');
  const rule = page
    .getByRole('region', { name: 'The conventions' })
    .getByRole('row')
    .filter({ hasText: 'tool-described' });
  await expect(rule).toBeVisible();
  await expect(rule.getByRole('cell')).toHaveCount(4);
});
