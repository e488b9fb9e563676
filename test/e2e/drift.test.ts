import type { Drift } from '@mcp-portal/plugin-mcp-registry-common';
import type { Page } from '@playwright/test';
import { amara, mateusz, yuki } from './support/people';
import type { Api } from './support/Api';
import { expect, test } from './support/test';
import { publishEarlier, withOptional, withoutTool } from './support/versions';
import { whenAsked } from './support/whenAsked';

/** Live, and owned by Customer Care Tools. */
const SERVER = 'workspace-files';
const PAGE = `/mcp-servers/default/${SERVER}`;
const API = `/api/mcp-registry/servers/${SERVER}`;

const banner = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'What is live is not' });

const row = (page: Page) =>
  page.getByRole('row').filter({ hasText: 'Help centre files' });

/** What is live wants a parameter that could be left out before. */
const driftBreaking = (owner: Api) =>
  publishEarlier(owner, SERVER, live =>
    withOptional(live, 'write_file', 'content'),
  );

/** What is live has one tool more. */
const driftAdditive = (owner: Api) =>
  publishEarlier(owner, SERVER, live => withoutTool(live, 'write_file'));

/** Has the server asked, and waits for the answer. */
async function ask(api: Api): Promise<void> {
  const attempts = async () =>
    (await api.read<{ totalItems: number }>(`${API}/attempts?limit=1`))
      .totalItems;
  const before = await attempts();
  expect((await api.post(`${API}/introspection`)).status()).toBe(202);
  await expect.poll(attempts, { timeout: 45_000 }).toBeGreaterThan(before);
}

interface Notifications {
  notifications: { payload: { title: string; link: string } }[];
}

async function notificationsOf(api: Api, about: string) {
  const { notifications } = await api.read<Notifications>(
    '/api/notifications/notifications?limit=100',
  );
  return notifications.filter(({ payload }) => payload.title.includes(about));
}

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test('a real server that was released anew drifts from what is published of it', async ({
  pageAs,
}) => {
  const page = await pageAs(mateusz);
  await page.goto('/mcp-servers/default/knowledge-graph');
  await expect(banner(page)).toContainText('What is live is not 2026.1.26');
  await expect(
    banner(page).getByRole('button', { name: /^Publish as 2026\.\d+\.0$/ }),
  ).toBeVisible();
  await expect(
    banner(page).getByRole('button', { name: 'Acknowledge' }),
  ).toBeVisible();
});

test('everybody sees that what is live is not what is published, and what differs', async ({
  pageAs,
  apiAs,
}) => {
  const { version } = await driftBreaking(await apiAs(yuki));
  const page = await pageAs(amara);
  await page.goto(PAGE);
  await expect(banner(page)).toContainText(
    `What is live is not ${version}, which is published: it may break those who rely on ${version}.`,
  );
  await expect(banner(page)).toContainText('1 breaking');
  await expect(
    page.getByRole('link', { name: `Drift from ${version}` }),
  ).toBeVisible();
  await expect(banner(page).getByRole('button')).toHaveCount(0);

  await banner(page)
    .getByRole('link', { name: `Compare ${version} with what is live` })
    .click();
  await expect(page).toHaveURL(
    `${PAGE}/versions/compare?from=${version}&to=live`,
  );
  await expect(
    page.getByRole('region', { name: /^What changed/ }),
  ).toContainText('content');
  await expect(
    page
      .getByRole('region', { name: 'Before and after of write_file' })
      .locator('[data-marked]')
      .filter({ hasText: '"content"' }),
  ).not.toHaveCount(0);

  await page.goto('/mcp-changes/drift');
  await expect(row(page)).toContainText('Breaking');
  await expect(row(page)).toContainText('Open');
});

test('somebody of its team acknowledges a drift with a reason, which everybody reads', async ({
  pageAs,
  apiAs,
}) => {
  const { version } = await driftBreaking(await apiAs(yuki));
  const page = await pageAs(yuki);
  await page.goto(PAGE);
  await banner(page).getByRole('button', { name: 'Acknowledge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Acknowledge the drift' });
  const save = dialog.getByRole('button', { name: 'Acknowledge' });
  await expect(save).toBeDisabled();
  await dialog
    .getByRole('textbox', { name: /^Why it may stay/ })
    .fill('The editor moves next week');
  await save.click();
  await expect(dialog).toBeHidden();
  await expect(banner(page)).toContainText(
    /Acknowledged by yuki\.tanaka .*: The editor moves next week/,
  );

  const reader = await pageAs(amara);
  await reader.goto(`${PAGE}/contract`);
  await expect(banner(reader)).toContainText('The editor moves next week');
  await reader.goto('/mcp-changes/drift');
  await expect(row(reader)).toContainText('Acknowledged');

  // With another version, what is live drifts anew.
  const next = await driftBreaking(await apiAs(yuki));
  expect(next.version).not.toBe(version);
  await reader.goto(PAGE);
  await expect(banner(reader)).toContainText(`is not ${next.version}`);
  await expect(banner(reader)).not.toContainText('Acknowledged');
});

test('an acknowledgement of what is no longer live is refused', async ({
  apiAs,
}) => {
  const owner = await apiAs(yuki);
  await driftBreaking(owner);
  const response = await owner.post(`${API}/drift/acknowledgement`, {
    snapshot: '0'.repeat(64),
    reason: 'It is known',
  });
  expect(response.status()).toBe(409);
  const { drift } = await owner.read<{ drift: Drift }>(`${API}/drift`);
  expect(drift).not.toHaveProperty('acknowledgement');
});

test('one click publishes what is live as the version that fits, which ends the drift', async ({
  pageAs,
  apiAs,
}) => {
  const owner = await apiAs(yuki);
  const { version, minor } = await driftAdditive(owner);
  const page = await pageAs(yuki);
  await page.goto(PAGE);
  await expect(banner(page)).toContainText(
    `What is live is not ${version}, which is published: it offers more.`,
  );
  await banner(page)
    .getByRole('button', { name: `Publish as ${minor}` })
    .click();
  const dialog = page.getByRole('dialog', { name: /^Publish a version of/ });
  await expect(dialog.getByRole('textbox', { name: 'Version' })).toHaveValue(
    minor,
  );
  await dialog.getByRole('button', { name: `Publish ${minor}` }).click();
  await expect(page).toHaveURL(`${PAGE}/versions/${minor}`);
  await expect(banner(page)).toBeHidden();
  expect(await owner.read(`${API}/drift`)).toEqual({ drift: null });

  await page.goto('/mcp-changes/drift');
  await expect(
    page
      .getByText('No server drifts')
      .or(page.getByRole('region', { name: 'Drift' })),
  ).toBeVisible();
  await expect(row(page)).toHaveCount(0);
});

test('the team is notified once, however often the server is asked', async ({
  pageAs,
  apiAs,
}) => {
  test.setTimeout(120_000);
  const owner = await apiAs(yuki);
  const { version } = await driftBreaking(owner);
  const title = `Help centre files does not offer what version ${version} promises`;
  await ask(owner);
  await expect
    .poll(async () => (await notificationsOf(owner, title)).length)
    .toBe(1);
  await ask(owner);
  await ask(owner);
  expect(await notificationsOf(owner, title)).toEqual([
    expect.objectContaining({
      payload: expect.objectContaining({ link: `${PAGE}/versions` }),
    }),
  ]);
  expect(await notificationsOf(await apiAs(amara), title)).toEqual([]);

  const page = await pageAs(yuki);
  await page.goto('/notifications');
  await page.getByRole('link', { name: title }).click();
  await expect(page).toHaveURL(`${PAGE}/versions`);
  await expect(banner(page)).toBeVisible();
});
