import type { Page } from '@playwright/test';
import { amara } from './support/people';
import { expect, test } from './support/test';

/** The group of the list that holds one day's changes. */
const day = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

/** A version that was published, wherever in the list. */
const change = (page: Page, server: string, version: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${server} ${version}(?![.\\d])`) });

const searchBox = (page: Page) =>
  page.getByRole('searchbox', { name: 'Search changes by server or owner' });

const removal = (page: Page, text: string) =>
  page
    .getByRole('region', { name: 'About to be removed' })
    .getByRole('row')
    .filter({ hasText: text });

test('the page answers at its top what changed this week, and what is about to go', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/');
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'MCP changes' })
    .click();
  await expect(page).toHaveURL('/mcp-changes');
  const answer = page.getByRole('heading', { level: 2 }).first();
  await expect(answer).toHaveText(/^\d+ versions in the last 7 days/);
  await answer.getByRole('link', { name: /about to be removed$/ }).click();
  await expect(page).toHaveURL('/mcp-changes/removals');
});

test('what was published is listed by day, with what it changed and by whom', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-changes?period=all&search=support+tickets');
  const tickets = day(page, 'Monday, 13 April 2026');
  await expect(tickets).toContainText('4.0.0');
  await expect(tickets).toContainText('Customer Care Tools');
  await expect(tickets).toContainText(/\d+ breaking/);
  await expect(
    change(page, 'Support tickets', '4.2.0').getByRole('link', {
      name: '4.2.0',
      exact: true,
    }),
  ).toHaveAttribute(
    'href',
    '/mcp-servers/default/support-tickets/versions/4.2.0',
  );

  // Published as the portal started: this week.
  await page.goto('/mcp-changes?search=billing+invoices');
  await expect(change(page, 'Billing invoices', '3.2.0')).toContainText(
    /3 additive/,
  );
  await expect(change(page, 'Billing invoices', '3.0.0')).toHaveCount(0);
});

test('search, filters and the period live in the address', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-changes');
  await page.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: 'Ever' }).click();
  await expect(page).toHaveURL('/mcp-changes?period=all');

  await page.getByRole('button', { name: 'Worst change', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Breaking, \d/ }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/[?&]class=breaking/);
  await expect(change(page, 'Support tickets', '4.0.0')).toBeVisible();
  await expect(change(page, 'Support tickets', '4.2.0')).toBeHidden();

  await page.getByRole('button', { name: 'Owner', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Freight Tracking/ }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/[?&]owner=group%3Adefault%2Ffreight-tracking/);
  await expect(change(page, 'Container telemetry', '0.4.0')).toBeVisible();
  await expect(change(page, 'Support tickets', '4.0.0')).toBeHidden();

  await searchBox(page).fill('telemetry');
  await expect(page).toHaveURL(/[?&]search=telemetry/);
  const address = page.url();

  // Whoever is sent the address sees the same.
  await page.goto('/mcp-servers');
  await page.goto(address);
  await expect(searchBox(page)).toHaveValue('telemetry');
  await expect(change(page, 'Container telemetry', '0.4.0')).toBeVisible();
  await expect(page.getByText('1 version ever')).toBeVisible();

  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL('/mcp-changes');
});

test('a search that finds nothing says so, and offers the way back', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-changes?search=submarine');
  await expect(
    page.getByText('Nothing was published in the last 7 days'),
  ).toBeVisible();
  await page
    .getByRole('button', { name: 'Clear the search and filters' })
    .click();
  await expect(page).toHaveURL('/mcp-changes');
});

test('what is about to be removed comes the soonest first, with why and who has to move', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-changes');
  await page.getByRole('tab', { name: 'About to be removed' }).click();
  await expect(page).toHaveURL('/mcp-changes/removals');

  const overdue = removal(page, 'Warehouse queries');
  await expect(overdue).toContainText(/was due \d+ days? ago/);
  await expect(overdue).toContainText('brought the warehouse down twice');
  await expect(
    overdue.getByRole('link', { name: 'Risk & Compliance Engineering' }),
  ).toBeVisible();
  await expect(
    overdue.getByRole('link', { name: '5.1.0', exact: true }),
  ).toHaveAttribute(
    'href',
    '/mcp-servers/default/warehouse-queries/versions/5.1.0',
  );
  await expect(removal(page, 'Support tickets')).toContainText(
    'Nobody is on it',
  );
  await expect(
    removal(page, 'Payouts (first version)').getByRole('link', {
      name: 'payouts',
      exact: true,
    }),
  ).toHaveAttribute('href', '/mcp-servers/default/payouts');

  const days = await page
    .getByRole('region', { name: 'About to be removed' })
    .locator('time')
    .evaluateAll(times => times.map(time => time.getAttribute('datetime')));
  expect(days.length).toBeGreaterThanOrEqual(4);
  expect(days).toEqual([...days].sort());
});

test('what is about to be removed is filtered in the address', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto(
    '/mcp-changes/removals?owner=group%3Adefault%2Fpayments&search=billing',
  );
  await expect(removal(page, 'Billing invoices')).toContainText('2.9.0');
  await expect(
    removal(page, 'Billing invoices').getByRole('link', {
      name: 'Data Platform',
    }),
  ).toBeVisible();
  await expect(removal(page, 'Payouts (first version)')).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL('/mcp-changes/removals');
  await expect(removal(page, 'Payouts (first version)')).toBeVisible();
});
