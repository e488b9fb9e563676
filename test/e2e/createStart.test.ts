import type { Page } from '@playwright/test';
import { hannah, mateusz, yuki } from './support/people';
import { endTour } from './support/templatePages';
import { expect, test } from './support/test';

const tourOf = (page: Page) =>
  page.getByRole('dialog').filter({ hasText: /[1-5] of 5/ });

test('a first visit is led around, and no later one, whatever the browser', async ({
  pageAs,
}) => {
  // Each in a profile of its own: nothing is kept in the browser.
  const first = await pageAs(mateusz, {});
  // As soon as it opens: who leaves in the middle has seen it too.
  const kept = first.waitForResponse(
    answer =>
      answer.url().includes('/api/user-settings/') &&
      answer.request().method() === 'PUT',
  );
  await first.goto('/create');
  await expect(first).toHaveURL('/create/start');
  const tour = tourOf(first);
  await expect(tour).toContainText('1 of 5');
  await expect(tour).toBeFocused();
  for (const step of ['2 of 5', '3 of 5', '4 of 5', '5 of 5']) {
    await tour.getByRole('button', { name: 'Next' }).click();
    await expect(tour).toContainText(step);
  }
  await tour.getByRole('button', { name: 'Done' }).click();
  await expect(tour).toHaveCount(0);
  await kept;

  const second = await pageAs(mateusz, {});
  await second.goto('/create/start');
  await expect(second.getByText('Freight Tracking').first()).toBeVisible();
  await expect(
    second.getByRole('button', { name: /Show the tour again/i }),
  ).toBeVisible();
  await expect(tourOf(second)).toHaveCount(0);
});

test('says how one starts, what one can make, and how one’s team stands', async ({
  pageAs,
}) => {
  const page = await pageAs(yuki);
  await page.goto('/create/start');
  await expect(page.getByText('1. Find what exists')).toBeVisible();
  await endTour(page);
  for (const group of [
    'Make a server',
    'Register a server that runs already',
    'Make an agent that uses servers',
  ]) {
    await expect(
      page.getByRole('heading', { name: group, exact: true }),
    ).toBeVisible();
  }
  await expect(page.getByText(/of \$560\.00/)).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Customer Care Tools' }).first(),
  ).toHaveAttribute('href', '/catalog/default/group/customer-care');

  await page
    .getByRole('searchbox', { name: /Search servers/ })
    .fill('invoices');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/mcp-servers\?search=invoices/);
  await expect(
    page.getByRole('link', { name: 'Billing invoices' }).first(),
  ).toBeVisible();
});

test('says to whose team is over its budget where to ask for more', async ({
  pageAs,
}) => {
  const page = await pageAs(hannah);
  await page.goto('/create/start');
  await expect(
    page.getByText('Risk & Compliance Engineering').first(),
  ).toBeVisible();
  await expect(page.getByText(/of \$60\.00/)).toBeVisible();
});

test('what costs nothing to know stays when costs do not answer', async ({
  pageAs,
}) => {
  const page = await pageAs(yuki);
  await page.route('**/api/mcp-cost/**', route =>
    route.fulfill({
      status: 503,
      json: { error: { name: 'ServiceUnavailableError', message: 'Closed' } },
    }),
  );
  await page.goto('/create/start');
  await expect(page.getByRole('link', { name: /^\d servers?$/ })).toBeVisible();
  await expect(
    page.getByRole('article', { name: 'MCP server in Python' }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: /try again|retry/i }).first(),
  ).toBeVisible();
});
