import type { Page } from '@playwright/test';
import { amara, elif, priya } from './support/people';
import { expect, test } from './support/test';
import {
  publishEarlier,
  refusalOf,
  publish,
  withOptional,
  withoutTool,
} from './support/versions';
import { whenAsked } from './support/whenAsked';

/** Live, owned by Data Platform, and used by agents of other teams. */
const SERVER = 'sequential-thinking';
const PAGE = `/mcp-servers/default/${SERVER}/versions`;
const TOOL = 'sequentialthinking';

const dialog = (page: Page) =>
  page.getByRole('dialog', { name: /^Publish a version of/ });

const gate = (page: Page) => dialog(page).getByRole('status');

const publishButton = (page: Page) =>
  dialog(page).getByRole('button', { name: /^Publish/ });

const openDialog = async (page: Page) => {
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Publish what is live' }).click();
  await expect(gate(page)).toHaveAttribute('aria-busy', 'false');
};

const typeVersion = async (page: Page, version: string) => {
  await dialog(page).getByRole('textbox', { name: 'Version' }).fill(version);
  await expect(gate(page)).toContainText(`${version} is`);
  await expect(gate(page)).toHaveAttribute('aria-busy', 'false');
};

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test('a breaking change without a major version is refused on the page, which names an agent of another team', async ({
  pageAs,
  apiAs,
}) => {
  const { version, patch, minor } = await publishEarlier(
    await apiAs(elif),
    SERVER,
    live => withOptional(live, TOOL, 'totalThoughts'),
  );
  const page = await pageAs(elif);
  await openDialog(page);
  for (const tooSmall of [patch, minor]) {
    await typeVersion(page, tooSmall);
    await expect(gate(page)).toContainText(
      `${tooSmall} is refused. Breaking changes since ${version} need a new major version`,
    );
    await expect(gate(page)).toContainText('Who breaks: 1 agent of 1 team');
    const agents = gate(page).getByRole('list', {
      name: 'Agents that it breaks, by team',
    });
    await expect(
      agents.getByRole('link', { name: 'Platform Engineering' }),
    ).toBeVisible();
    await expect(
      agents.getByRole('link', { name: 'Incident scribe' }),
    ).toBeVisible();
    await expect(gate(page)).toContainText('totalThoughts');
    await expect(publishButton(page)).toBeDisabled();
  }
  // Only a platform admin may overrule it.
  await expect(dialog(page).getByText('As a platform admin')).toBeHidden();
});

test('the smallest version that the page proposes is accepted, and shown with what its publisher says', async ({
  pageAs,
  apiAs,
}) => {
  const owner = await apiAs(elif);
  const { version, patch } = await publishEarlier(owner, SERVER, live =>
    withOptional(live, TOOL, 'totalThoughts'),
  );
  const refusal = await publish(owner, SERVER, {
    version: patch,
    contract: 'live',
  });
  const { smallestVersion } = (await refusalOf(refusal)).details;

  const page = await pageAs(elif);
  await openDialog(page);
  await typeVersion(page, patch);
  await gate(page)
    .getByRole('button', { name: `Take ${smallestVersion}` })
    .click();
  await expect(gate(page)).toContainText(`${smallestVersion} is fine.`);
  await dialog(page)
    .getByRole('textbox', { name: /^What is new/ })
    .fill('Say **how many** thoughts you expect.');
  await publishButton(page).click();

  await expect(page).toHaveURL(`${PAGE}/${smallestVersion}`);
  await expect(
    page.getByRole('heading', { name: smallestVersion }),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'What its publisher says' }),
  ).toContainText('Say how many thoughts you expect.');
  await expect(
    page.getByText(`It breaks some of what worked in ${version}`),
  ).toBeVisible();

  await page.getByRole('link', { name: 'All versions' }).click();
  const entry = page.getByRole('listitem', {
    name: `Version ${smallestVersion}`,
  });
  await expect(entry).toContainText('Latest');
  await expect(entry).toContainText('Live');
  await expect(entry).toContainText('Elif Demir');
});

test('what is published already is said to be', async ({ pageAs, apiAs }) => {
  const owner = await apiAs(elif);
  const { minor } = await publishEarlier(owner, SERVER, live =>
    withoutTool(live, TOOL),
  );
  await publish(owner, SERVER, { version: minor, contract: 'live' });
  const page = await pageAs(elif);
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Publish what is live' }).click();
  await dialog(page).getByRole('textbox', { name: 'Version' }).fill(minor);
  await expect(dialog(page)).toContainText(
    `${minor} is published already, with this very contract.`,
  );
  await expect(publishButton(page)).toBeDisabled();
});

test('a platform admin overrules the gate with a reason, which everybody sees', async ({
  pageAs,
  apiAs,
}) => {
  const { patch } = await publishEarlier(await apiAs(elif), SERVER, live =>
    withOptional(live, TOOL, 'totalThoughts'),
  );
  const page = await pageAs(priya);
  await openDialog(page);
  await typeVersion(page, patch);
  await dialog(page)
    .getByRole('radio', { name: 'Publish it all the same' })
    .check();
  await expect(publishButton(page)).toBeDisabled();
  const reason = `The scribe sends it anyway, and ${patch} can’t wait`;
  await dialog(page).getByRole('textbox', { name: 'Why' }).fill(reason);
  await publishButton(page).click();
  await expect(page).toHaveURL(`${PAGE}/${patch}`);

  const reader = await pageAs(amara);
  for (const path of [
    PAGE,
    `${PAGE}/${patch}`,
    `/mcp-changes?search=${SERVER}`,
  ]) {
    await reader.goto(path);
    await expect(
      reader.getByText(`The gate was overruled. ${reason}`).first(),
    ).toBeVisible();
  }
});

test('a stranger sees why they may not publish, and nothing to change versions with', async ({
  pageAs,
  apiAs,
}) => {
  const { version } = await publishEarlier(await apiAs(elif), SERVER, live =>
    withOptional(live, TOOL, 'totalThoughts'),
  );
  const page = await pageAs(amara);
  await page.goto(PAGE);
  const button = page.getByRole('button', { name: 'Publish what is live' });
  await expect(button).toBeDisabled();
  await button.hover({ force: true });
  await expect(page.getByRole('tooltip')).toHaveText(
    'Only the server’s team and platform admins may publish its versions.',
  );

  await page.goto(`${PAGE}/${version}`);
  await expect(page.getByRole('heading', { name: version })).toBeVisible();
  for (const name of ['Deprecate', 'Restore', 'Delete']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
});

test('what was typed stays when it is wrong, and when the registry is away', async ({
  pageAs,
  apiAs,
}) => {
  const { version, minor } = await publishEarlier(
    await apiAs(elif),
    SERVER,
    live => withoutTool(live, TOOL),
  );
  const page = await pageAs(elif);
  await openDialog(page);
  const name = dialog(page).getByRole('textbox', { name: 'Version' });
  const changelog = dialog(page).getByRole('textbox', { name: /^What is new/ });
  await changelog.fill('It thinks.');

  await name.fill('2026.9');
  await expect(dialog(page)).toContainText('A semantic version, such as');
  await expect(publishButton(page)).toBeDisabled();
  await expect(name).toHaveValue('2026.9');

  await typeVersion(page, minor);
  await page.route('**/api/mcp-registry/servers/*/versions', route =>
    route.fulfill({
      status: 503,
      json: {
        error: { name: 'Error', message: 'The database is away' },
        response: { statusCode: 503 },
      },
    }),
  );
  await publishButton(page).click();
  await expect(dialog(page)).toContainText(
    'It was not published: The database is away',
  );
  await expect(name).toHaveValue(minor);
  await expect(changelog).toHaveValue('It thinks.');

  await page.unrouteAll();
  await publishButton(page).click();
  await expect(page).toHaveURL(`${PAGE}/${minor}`);
  await expect(page.getByText('It thinks.')).toBeVisible();
  await expect(page.getByText(`compared with ${version}`)).toBeVisible();
});
