import type { Page } from '@playwright/test';
import type {
  Admission,
  Alert,
  BudgetIncrease,
  CostPage,
  IdleResource,
  Measures,
  Price,
} from '@mcp-portal/plugin-mcp-cost-common';
import { amara, margaret, mateusz, priya } from './support/people';
import { expect, test } from './support/test';
import { COST, day, fullDays, whenUsed } from './support/usage';

/** Margaret manages it, Mateusz is in it, and the sample sets no budget for it. */
const TEAM = {
  ref: 'group:default/freight-tracking',
  name: 'Freight Tracking',
};
const teamPath = `${COST}/teams/${encodeURIComponent(TEAM.ref)}`;

const dialog = (page: Page) => page.getByRole('dialog');

test.beforeAll(async ({ apiAs }) => {
  test.setTimeout(150_000);
  await whenUsed(await apiAs(priya));
});

test('a manager sets a budget, and it blocks until what the team asks for is granted', async ({
  pageAs,
  apiAs,
}) => {
  const manager = await apiAs(margaret);
  const member = await apiAs(mateusz);
  const admission = () => member.read<Admission>(`${teamPath}/admission`);
  const { items: granted } = await manager.read<CostPage<BudgetIncrease>>(
    `${COST}/increases?state=granted&team=${encodeURIComponent(TEAM.ref)}`,
  );
  // They are kept, for the whole month.
  expect(granted, 'An earlier run was granted more: use fresh data').toEqual(
    [],
  );
  expect((await admission()).admitted).toBe(true);

  const theirs = await pageAs(margaret);
  try {
    await theirs.goto('/mcp-costs/budgets');
    await theirs
      .getByRole('button', { name: `Set the budget of ${TEAM.name}` })
      .click();
    await dialog(theirs)
      .getByRole('textbox', { name: /^Each month/ })
      .fill('0.01');
    await dialog(theirs).getByRole('button', { name: 'Set it' }).click();
    await expect(dialog(theirs)).toBeHidden();
    await expect.poll(async () => (await admission()).admitted).toBe(false);
    expect((await admission()).message).toContain('new work is blocked');

    const page = await pageAs(mateusz);
    await page.goto('/catalog/default/group/freight-tracking/mcp-cost');
    await page.getByRole('button', { name: 'Ask for an increase' }).click();
    await dialog(page)
      .getByRole('textbox', { name: /^How much more/ })
      .fill('100000');
    await dialog(page)
      .getByRole('textbox', { name: /^Why it is needed/ })
      .fill('The peak season has begun');
    await dialog(page).getByRole('button', { name: 'Ask for it' }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(
      page.getByRole('list', { name: `Increases that ${TEAM.name} asked for` }),
    ).toContainText('The peak season has begun');
    // Who asks does not decide.
    await expect(
      page.getByRole('button', { name: /^Grant the increase/ }),
    ).toHaveCount(0);
    expect((await admission()).admitted).toBe(false);

    await theirs.goto('/mcp-costs/budgets');
    await theirs
      .getByRole('list', { name: 'Increases that wait for your decision' })
      .getByRole('button', { name: `Grant the increase for ${TEAM.name}` })
      .click();
    await dialog(theirs).getByRole('button', { name: 'Grant it' }).click();
    await expect(dialog(theirs)).toBeHidden();
    await expect.poll(async () => (await admission()).admitted).toBe(true);

    await page.reload();
    await expect(
      page.getByRole('list', { name: `Increases that ${TEAM.name} asked for` }),
    ).toContainText('Granted by Margaret Doyle');
  } finally {
    await manager.delete(`${teamPath}/budget`);
  }
});

test('alerts say what happened, what to do, and where the evidence is', async ({
  pageAs,
  apiAs,
}) => {
  test.setTimeout(180_000);
  const api = await apiAs(margaret);
  await expect
    .poll(
      async () =>
        (
          await api.read<CostPage<Alert>>(`${COST}/alerts`)
        ).items.map(({ rule, serverRef }) => `${rule} of ${serverRef}`),
      { timeout: 120_000 },
    )
    .toContain('error-rate of api:default/shipment-tracking');
  const page = await pageAs(margaret);
  await page.goto('/mcp-costs/alerts');
  const alert = page.getByRole('listitem').filter({
    has: page.getByRole('heading', {
      name: /% of the calls of Shipment tracking fail$/,
    }),
  });
  await expect(alert).toContainText(/\d+ of \d+ calls failed/);
  await expect(alert).toContainText('What to do:');
  await alert.getByRole('link', { name: /^Evidence of:/ }).click();
  await expect(page).toHaveURL(
    /\/mcp-costs\/quality\?server=api%3Adefault%2Fshipment-tracking/,
  );
  await expect(
    page.getByRole('row', { name: /Details of Shipment tracking/ }),
  ).toBeVisible();
});

test('what lies idle is told with what it costs, and can be kept with a reason', async ({
  pageAs,
  apiAs,
}) => {
  const TITLE = 'Payouts (first version)';
  const api = await apiAs(amara);
  await expect
    .poll(
      async () =>
        (
          await api.read<CostPage<IdleResource>>(`${COST}/idle`)
        ).items.map(({ title }) => title),
      { timeout: 45_000 },
    )
    .toContain(TITLE);
  const page = await pageAs(amara);
  await page.goto('/mcp-costs/idle');
  const rows = page
    .getByRole('region', { name: 'What lies idle' })
    .getByRole('row');
  await expect(rows.filter({ hasText: TITLE })).toContainText('$95.00');

  await page.getByRole('button', { name: `Exempt ${TITLE}` }).click();
  await dialog(page)
    .getByRole('textbox', { name: /^Why it is kept/ })
    .fill('Carriers move in spring');
  await dialog(page).getByRole('button', { name: 'Exempt it' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(rows.filter({ hasText: TITLE })).toHaveCount(0);

  await page.goto('/mcp-costs/idle?exempted=only');
  await expect(rows.filter({ hasText: TITLE })).toContainText(
    'Carriers move in spring',
  );
  await page
    .getByRole('button', { name: `End the exemption of ${TITLE}` })
    .click();
  await expect(rows.filter({ hasText: TITLE })).toHaveCount(0);
  await page.goto('/mcp-costs/idle');
  await expect(rows.filter({ hasText: TITLE })).toBeVisible();
});

test('a price from a day in the past prices anew what was used since, and says so', async ({
  pageAs,
  apiAs,
}) => {
  const MODEL = 'mistral-medium-latest';
  const api = await apiAs(priya);
  const measures = async () =>
    (
      await api.read<{ total: Measures }>(
        `${COST}/overview?${fullDays()}&model=${MODEL}`,
      )
    ).total;
  const before = await measures();
  expect(before.unpricedEvents).toBe(before.events);
  const priced = async () =>
    (
      await api.read<CostPage<Price>>(`${COST}/prices?search=${MODEL}`)
    ).items.filter(({ source }) => source === 'api');

  const page = await pageAs(priya);
  await page.goto('/mcp-costs/prices');
  await page.getByRole('button', { name: 'Set a price' }).first().click();
  await dialog(page).getByRole('combobox', { name: 'What is priced' }).click();
  await page.getByRole('option', { name: 'Tokens of a model' }).click();
  const fields: Record<string, string> = {
    Model: MODEL,
    'A million tokens in': '0.40',
    'A million tokens out': '2',
    Why: 'As the contract says',
  };
  for (const [label, text] of Object.entries(fields)) {
    await dialog(page)
      .getByRole('textbox', { name: new RegExp(`^${label}( \\*)?$`) })
      .fill(text);
  }
  await dialog(page).getByLabel(/^From/).fill(day(-10));
  await expect(dialog(page)).toContainText('will be priced again');
  await dialog(page).getByRole('button', { name: 'Set it' }).click();
  await expect(dialog(page)).toBeHidden();

  try {
    await page.goto(`/mcp-costs/prices?search=${MODEL}`);
    await expect(
      page.getByRole('row').filter({ hasText: 'As the contract says' }),
    ).toContainText(/[\d,]+ events, \$0\.00 became \$\d/);
    const after = await measures();
    expect(after.events).toBe(before.events);
    expect(after.unpricedEvents).toBeGreaterThan(0);
    expect(after.unpricedEvents).toBeLessThan(before.unpricedEvents);
    expect(BigInt(after.costNanos)).toBeGreaterThan(0n);

    await page
      .getByRole('button', { name: /^Take back the price of/ })
      .first()
      .click();
    await dialog(page).getByRole('button', { name: 'Take it back' }).click();
    await expect(dialog(page)).toBeHidden();
    await expect.poll(measures).toEqual(before);
  } finally {
    for (const { id } of await priced()) {
      await api.delete(`${COST}/prices/${id}`);
    }
  }
});
