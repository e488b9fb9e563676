import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import type { Page } from '@playwright/test';
import { startTemplate, takeBack, whenEnded } from './support/created';
import { hannah, priya, yuki } from './support/people';
import { expect, test } from './support/test';
import { whenUsed } from './support/usage';

const FORM = '/create/templates/default/mcp-server-typescript';
const PURPOSE = 'Offers parcel customers free delivery slots near their homes.';

const values = (name: string, owner: string) => ({
  purpose: { text: PURPOSE },
  name,
  owner: `group:default/${owner}`,
  visibility: 'organisation',
  dataSensitivity: 'internal',
});

const purposeOf = (page: Page) =>
  page.getByRole('textbox', { name: /What is it for/ });

const next = (page: Page) => page.getByRole('button', { name: 'Next' });

test('a team over its budget is told so in the form, and where to ask for more', async ({
  pageAs,
  apiAs,
}) => {
  test.setTimeout(180_000);
  await whenUsed(await apiAs(priya));
  const page = await pageAs(hannah);
  await page.goto(FORM);
  await purposeOf(page).fill(PURPOSE);
  await page.getByRole('textbox', { name: /^Name/ }).fill('delivery-hours');
  const refusal = page
    .getByRole('alert')
    .filter({ hasText: /Risk & Compliance Engineering/ })
    .first();
  await expect(refusal).toContainText(/\$60\.00/);
  await expect(
    refusal.getByRole('link', { name: /Ask for more/ }),
  ).toHaveAttribute('href', /mcp-costs\/budgets|risk-compliance/);
  await next(page).click();
  await expect(page.getByText('Tools from an API')).toHaveCount(1);
  await expect(purposeOf(page)).toBeVisible();
});

test('who goes around the form is stopped by the task, before anything is made', async ({
  apiAs,
}) => {
  await whenUsed(await apiAs(priya));
  const api = await apiAs(hannah);
  const id = await startTemplate(
    api,
    'mcp-server-typescript',
    values('delivery-hours', 'risk-compliance'),
  );
  const { status, log } = await whenEnded(api, id);
  expect(status).toBe('failed');
  expect(log).toMatch(/budget/);
  expect(log).toMatch(/where to ask for more: http/);
  expect(log).not.toContain('Beginning step Write the project');
});

test('a name that is taken is said in the form, with what has it', async ({
  pageAs,
}) => {
  const page = await pageAs(yuki);
  await page.goto(FORM);
  await purposeOf(page).fill(PURPOSE);
  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.fill('billing-invoices');
  await expect(page.getByText(/of that name already/).first()).toBeVisible();
  await expect(
    page.getByRole('link', { name: /Billing invoices/ }).last(),
  ).toHaveAttribute('href', /billing-invoices/);
  await next(page).click();
  // Said above the form, once it has been looked at whole.
  await expect(
    page.getByRole('listitem').filter({ hasText: /of that name already/ }),
  ).toBeVisible();

  await name.fill('Delivery Slots');
  await page.getByRole('button', { name: 'Use delivery-slots' }).click();
  await expect(name).toHaveValue('delivery-slots');
  await expect(page.getByText('Free', { exact: true })).toBeVisible();
});

test('what has the name stays as it is when a task wants it', async ({
  apiAs,
}) => {
  const api = await apiAs(yuki);
  const path = '/api/mcp-registry/servers/api%3Adefault%2Fbilling-invoices';
  const before = await api.read<ServerDetail>(path);
  const id = await startTemplate(
    api,
    'mcp-server-typescript',
    values('billing-invoices', 'customer-care'),
  );
  const { status, log } = await whenEnded(api, id);
  expect(status).toBe('failed');
  expect(log).toMatch(/There is Billing invoices of that name already/);
  const { owner, purpose, remotes } = await api.read<ServerDetail>(path);
  expect({ owner, purpose, remotes }).toEqual({
    owner: before.owner,
    purpose: before.purpose,
    remotes: before.remotes,
  });
});

test('what comes very close is shown, and asks why it does not fit', async ({
  pageAs,
}) => {
  const page = await pageAs(yuki);
  await page.goto(FORM);
  await purposeOf(page).fill(
    'Finds invoices and credit notes and explains a line on an invoice.',
  );
  await expect(
    page.getByRole('link', { name: /Billing invoices/ }).first(),
  ).toHaveAttribute('href', /\/mcp-servers\/default\/billing-invoices/);
  const why = page.getByRole('textbox', { name: /Why does none of these fit/ });
  await expect(why).toBeVisible();
  await page.getByRole('textbox', { name: /^Name/ }).fill('parcel-invoices');
  await next(page).click();
  await expect(why).toBeVisible();
  await why.fill(
    'It knows freight invoices only, and we need those of parcels.',
  );
  await next(page).click();
  await expect(why).toBeHidden();
});

test('the reason is kept with the server', async ({ apiAs }) => {
  test.setTimeout(90_000);
  const api = await apiAs(yuki);
  const whyNew = 'It knows freight invoices only: we need “parcels” too.';
  const id = await startTemplate(api, 'mcp-server-typescript', {
    ...values('parcel-invoices', 'customer-care'),
    purpose: {
      text: 'Finds invoices and credit notes and explains a line on an invoice.',
      whyNew,
    },
  });
  const { status, log, created } = await whenEnded(api, id);
  expect(status, log).toBe('completed');
  try {
    const server = await api.read<ServerDetail>(
      `/api/mcp-registry/servers/${encodeURIComponent(created!.entityRef)}`,
    );
    expect(server.whyNew).toBe(whyNew);
  } finally {
    await takeBack(
      await apiAs(priya),
      'parcel-invoices',
      created!.repository.cloneUrl,
    );
  }
});
