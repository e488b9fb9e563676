import type { Page } from '@playwright/test';
import { amara } from './support/people';
import { expect, test } from './support/test';
import { whenAsked } from './support/whenAsked';

const row = (page: Page, title: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) });

const answer = (page: Page) =>
  page.getByRole('heading', { level: 2, name: /\d+ agents?/ });

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test('every agent that one may see is there, with the servers that it uses', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-agents');
  // 23 components and 2 AiResources, without the one that is private to another team.
  await expect(answer(page)).toHaveText('24 agents');
  const reconciler = row(page, 'Ledger reconciler');
  await expect(reconciler).toContainText('Payments');
  await expect(reconciler).toContainText('Payment ledger');
  await expect(reconciler).toContainText('1.4.x');

  await reconciler
    .getByRole('link', { name: /Step-by-step reasoning/ })
    .click();
  await expect(page).toHaveURL('/mcp-servers/default/sequential-thinking');
});

test('an agent that calls tools which its server does not have is told apart', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-agents?search=smoke');
  await expect(answer(page)).toHaveText('1 agent matches');
  await expect(row(page, 'Protocol smoke test')).toContainText(
    /\d+ missing tools?/,
  );
});

test('search and filters live in the address', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-agents?server=api:default/payouts-v1');
  await expect(answer(page)).toHaveText('2 agents match');
  await expect(row(page, 'Carrier payment reminders')).toBeVisible();
  await expect(row(page, 'Refund concierge')).toBeVisible();

  await page
    .getByRole('searchbox', { name: /^Search agents/ })
    .fill('concierge');
  await expect(page).toHaveURL(/[?&]search=concierge/);
  await expect(answer(page)).toHaveText('1 agent matches');

  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL('/mcp-agents');
  await page.getByRole('button', { name: 'Owner', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Payments, \d/ }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/mcp-agents?owner=group%3Adefault%2Fpayments');
  await expect(row(page, 'Invoice explainer')).toBeVisible();
  await expect(row(page, 'Ticket triage')).toBeHidden();
});
