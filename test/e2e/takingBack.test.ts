import type { Page } from '@playwright/test';
import { amara, elif } from './support/people';
import type { Api } from './support/Api';
import { expect, test } from './support/test';
import { publishEarlier, versionsOf, withOptional } from './support/versions';
import { whenAsked } from './support/whenAsked';

/** Live, owned by Data Platform, and used by an agent of another team that takes any version of its major. */
const SERVER = 'sequential-thinking';
const PAGE = `/mcp-servers/default/${SERVER}/versions`;
const VERSIONS = `/api/mcp-registry/servers/${SERVER}/versions`;

const publishOne = (owner: Api) =>
  publishEarlier(owner, SERVER, live =>
    withOptional(live, 'sequentialthinking', 'totalThoughts'),
  );

const dialog = (page: Page) => page.getByRole('dialog');

const field = (page: Page, name: string) => dialog(page).getByLabel(name);

const stateOf = async (api: Api, version: string) =>
  (await versionsOf(api, SERVER)).find(one => one.version === version);

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test('a version is deprecated with a reason, a replacement and a day, and restored', async ({
  pageAs,
  apiAs,
}) => {
  const owner = await apiAs(elif);
  const { version } = await publishOne(owner);
  const page = await pageAs(elif);
  await page.goto(`${PAGE}/${version}`);
  await page.getByRole('button', { name: 'Deprecate' }).click();
  const save = dialog(page).getByRole('button', { name: 'Deprecate' });
  await expect(save).toBeDisabled();
  await field(page, 'Why').fill('It forgets relations');
  await field(page, 'What to use instead').fill('api:default/everything');
  await field(page, 'To be removed after').fill('2099-12-31');
  await save.click();

  await expect(dialog(page)).toBeHidden();
  await expect(
    page.getByText(/^Deprecated, to be removed in [\d,]+ days\. It forgets/),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'everything', exact: true }),
  ).toHaveAttribute('href', '/mcp-servers/default/everything');

  // Everybody learns that it is about to go, and who is still on it.
  const reader = await pageAs(amara);
  await reader.goto(`/mcp-changes/removals?search=${SERVER}`);
  const removal = reader.getByRole('row').filter({ hasText: version });
  await expect(removal).toContainText('31 December 2099');
  await expect(removal).toContainText('It forgets relations');
  await expect(
    removal.getByRole('link', { name: 'Platform Engineering' }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('button', { name: 'Restore' })).toBeHidden();
  await expect(page.getByText(/^Deprecated/)).toBeHidden();
  expect(await stateOf(owner, version)).toMatchObject({ status: 'active' });
});

test('what was typed of a deprecation stays when it is refused', async ({
  pageAs,
  apiAs,
}) => {
  const { version } = await publishOne(await apiAs(elif));
  const page = await pageAs(elif);
  await page.goto(`${PAGE}/${version}`);
  await page.getByRole('button', { name: 'Deprecate' }).click();
  await field(page, 'Why').fill('It forgets relations');
  await field(page, 'What to use instead').fill('no-such-server');
  const save = dialog(page).getByRole('button', { name: 'Deprecate' });
  await save.click();
  await expect(dialog(page)).toContainText(
    `It was not deprecated: There is no server 'api:default/no-such-server'`,
  );
  await expect(field(page, 'Why')).toHaveValue('It forgets relations');
  await expect(field(page, 'What to use instead')).toHaveValue(
    'no-such-server',
  );

  await field(page, 'What to use instead').fill('');
  await save.click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText(/^Deprecated\. It forgets/)).toBeVisible();
});

test('a version that agents depend on is deleted only with a reason, after they are named', async ({
  pageAs,
  apiAs,
}) => {
  const owner = await apiAs(elif);
  const { version } = await publishOne(owner);
  const page = await pageAs(elif);
  await page.goto(`${PAGE}/${version}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await dialog(page)
    .getByRole('button', { name: 'Delete', exact: true })
    .click();
  await expect(dialog(page)).toContainText(
    '1 agent of 1 team still depends on it.',
  );
  await expect(
    dialog(page).getByRole('link', { name: 'Incident scribe' }),
  ).toBeVisible();
  await expect(
    dialog(page).getByRole('link', { name: 'Platform Engineering' }),
  ).toBeVisible();
  const allTheSame = dialog(page).getByRole('button', {
    name: 'Delete it all the same',
  });
  await expect(allTheSame).toBeDisabled();
  expect(await stateOf(owner, version)).toMatchObject({ status: 'active' });

  await field(page, 'Why').fill('It leaks names');
  await allTheSame.click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText(/^Deleted\. It leaks names/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete' })).toHaveCount(0);

  await page.goto(PAGE);
  await expect(
    page.getByRole('listitem', { name: `Version ${version}` }),
  ).toContainText('Deleted. It leaks names');
  await page.goto(`/mcp-changes?search=${SERVER}`);
  await expect(
    page.getByRole('listitem').filter({
      has: page.getByRole('link', { name: version, exact: true }),
    }),
  ).toContainText('Deleted. It leaks names');
});

test('over HTTP, a version that agents depend on is kept until there is a reason, and its number is not used again', async ({
  apiAs,
}) => {
  const owner = await apiAs(elif);
  const { version } = await publishOne(owner);
  const refused = await owner.delete(`${VERSIONS}/${version}`);
  expect(refused.status()).toBe(409);
  expect((await refused.json()).error.details).toMatchObject({
    total: 1,
    teams: [
      {
        owner: { ref: 'group:default/platform-engineering' },
        dependents: [{ ref: 'component:default/incident-scribe' }],
      },
    ],
  });
  expect(await stateOf(owner, version)).toMatchObject({ status: 'active' });

  const deleted = await owner.delete(
    `${VERSIONS}/${version}?reason=It+leaks+names`,
  );
  expect(deleted.status()).toBe(200);
  expect(await deleted.json()).toMatchObject({
    status: 'deleted',
    deletion: { by: 'user:default/elif.demir', reason: 'It leaks names' },
  });
  const again = await owner.post(VERSIONS, { version, contract: 'live' });
  expect(again.status()).toBe(409);
  expect((await again.json()).error.message).toContain('not used again');
});

test('a version that nobody depends on is deleted without further ado', async ({
  apiAs,
}) => {
  const owner = await apiAs(elif);
  await publishOne(owner);
  // A prerelease is nobody's, unless they ask for it.
  const version = `2030.0.0-rc.${Date.now()}`;
  const published = await owner.post(VERSIONS, { version, contract: 'live' });
  expect(published.status(), await published.text()).toBe(201);
  const deleted = await owner.delete(`${VERSIONS}/${version}`);
  expect(deleted.status(), await deleted.text()).toBe(200);
});
