import type { Page } from '@playwright/test';
import { amara } from './support/people';
import { expect, test } from './support/test';

/** Nobody publishes versions of this server in any test. */
const SERVER = '/mcp-servers/default/billing-invoices';

const version = (page: Page, name: string) =>
  page.getByRole('listitem', { name: `Version ${name}`, exact: true });

const lines = (page: Page, tool: string) =>
  page.getByRole('region', { name: `Before and after of ${tool}` });

const broken = (page: Page) =>
  page.getByRole('list', { name: 'Agents that it breaks, by team' });

test('the newest version comes first, with whether it is safe to move to it', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto(SERVER);
  await page.getByRole('tab', { name: 'Versions' }).click();
  await expect(page).toHaveURL(`${SERVER}/versions`);
  await expect(
    page.getByText('3.2.0 is the newest; the last change was additive.'),
  ).toBeVisible();
  await expect(
    page.getByText('It is safe to move from 3.1.4: it only adds.'),
  ).toBeVisible();
});

test('the timeline says of each version what it changed, and what became of it', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto(`${SERVER}/versions`);
  await expect(page.getByRole('listitem', { name: /^Version / })).toHaveText([
    /^3\.2\.0/,
    /^3\.1\.4/,
    /^3\.0\.0/,
    /^2\.9\.0/,
  ]);
  await expect(version(page, '3.2.0')).toContainText('Latest');
  await expect(version(page, '3.2.0')).toContainText('3 additive');
  await expect(version(page, '3.1.4')).toContainText(
    'The tool "draft_correction" was added.',
  );
  await expect(version(page, '3.0.0')).toContainText('5 breaking');
  await expect(version(page, '3.0.0')).toContainText('since 2.9.0');
  const old = version(page, '2.9.0');
  await expect(old).toContainText('The first version that was published');
  await expect(old).toContainText(
    /Deprecated, (to be removed|it was to be gone) .*\d+ days?/,
  );
  await expect(old).toContainText('lose cents in some currencies');
  await expect(old.getByRole('link', { name: '3.2.0' })).toHaveAttribute(
    'href',
    `${SERVER}/versions/3.2.0`,
  );
});

test('those who are on an older version are named, with their team', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto(`${SERVER}/versions`);
  await expect(page.getByText('1 agent of 4 has still to move.')).toBeVisible();
  const behind = page.getByRole('region', { name: 'Line 2.x' });
  await expect(behind).toContainText('deprecated');
  const agent = behind
    .getByRole('row')
    .filter({ hasText: 'Month-end assistant' });
  await expect(agent).toContainText('Data Platform');
  await expect(agent).toContainText('^2.9.0');
  await expect(agent).toContainText('2.9.0');
});

test('a version shows what changed and whom it breaks: an agent of another team', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto(`${SERVER}/versions`);
  await version(page, '3.0.0')
    .getByRole('link', { name: '3.0.0', exact: true })
    .click();
  await expect(page).toHaveURL(`${SERVER}/versions/3.0.0`);
  await expect(
    page.getByText(/^It breaks some of what worked in 2\.9\.0/),
  ).toBeVisible();

  await expect(page.getByText('It breaks 1 agent of 1 team.')).toBeVisible();
  await expect(broken(page)).toContainText('Data Platform');
  await expect(
    broken(page).getByRole('link', { name: 'Month-end assistant' }),
  ).toHaveAttribute('href', '/catalog/default/component/month-end-assistant');
  await expect(broken(page)).toContainText('find_invoice');

  const changes = page.getByRole('region', { name: /^What changed/ });
  await expect(changes).toContainText('Breaking (5)');
  await expect(changes).toContainText(
    'Input: customerId was added and is required.',
  );
  await changes
    .getByRole('listitem')
    .filter({ hasText: 'customerId was added' })
    .getByRole('button', { name: /^Why: / })
    .click();
  await expect(changes).toContainText('Required property added.');
});

test('before and after stand side by side or one below the other, with the changed path marked', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto(`${SERVER}/versions/3.0.0?item=tool:find_invoice`);
  const table = lines(page, 'find_invoice');
  const marked = table.locator('[data-marked]');
  const cells = table.getByRole('row').first().getByRole('cell');

  await page.getByRole('button', { name: 'Side by side' }).click();
  await expect(cells).toHaveCount(4);
  await expect(marked.filter({ hasText: '"customerId"' })).not.toHaveCount(0);
  await expect(marked.filter({ hasText: '"query"' })).not.toHaveCount(0);
  await expect(table).toContainText('customerId was added and is required.');

  await page.getByRole('button', { name: 'Unified' }).click();
  await expect(page).toHaveURL(/[?&]view=unified/);
  await expect(cells).toHaveCount(3);
  await expect(
    marked.getByRole('insertion').filter({ hasText: '"customerId"' }),
  ).not.toHaveCount(0);
  await expect(
    marked.getByRole('deletion').filter({ hasText: '"query"' }),
  ).not.toHaveCount(0);
  // What did not change is not marked.
  await expect(marked.filter({ hasText: '"inputSchema"' })).toHaveCount(0);
});

test('a change leads to its lines, in the address too', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto(`${SERVER}/versions/3.0.0?item=tool:explain_line`);
  await expect(lines(page, 'explain_line')).toBeVisible();
  await page
    .getByRole('button', {
      name: 'Show input /properties/customerId before and after',
    })
    .click();
  await expect(page).toHaveURL(/[?&]item=tool%3Afind_invoice/);
  await expect(
    lines(page, 'find_invoice').getByText(
      'customerId was added and is required.',
    ),
  ).toBeInViewport();
});

test('any two versions are compared by their address', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto(`${SERVER}/versions/compare?from=2.9.0&to=3.2.0`);
  await expect(
    page.getByText('Moving from 2.9.0 to 3.2.0 may break what works.'),
  ).toBeVisible();
  await expect(broken(page)).toContainText('Month-end assistant');

  await page.getByRole('button', { name: 'Swap the two' }).click();
  await expect(page).toHaveURL(/\?from=3\.2\.0&to=2\.9\.0$/);
  await expect(
    page.getByText('Moving from 3.2.0 to 2.9.0 may break what works.'),
  ).toBeVisible();
  await expect(broken(page)).toContainText('Invoice explainer');

  await page.goto(`${SERVER}/versions/compare?from=3.1.4&to=3.2.0`);
  await expect(
    page.getByText('Moving from 3.1.4 to 3.2.0 is safe: it only adds.'),
  ).toBeVisible();
  await expect(broken(page)).toHaveCount(0);
});

test('a version that does not exist says so', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto(`${SERVER}/versions/9.9.9`);
  await expect(page.getByText('No version 9.9.9')).toBeVisible();
  await page.getByRole('link', { name: 'All versions' }).click();
  await expect(version(page, '3.2.0')).toBeVisible();

  await page.goto(`${SERVER}/versions/compare?from=9.9.9&to=3.2.0`);
  await expect(page.getByText(/has no version 9\.9\.9/)).toBeVisible();
});

test('versions are opened and compared without a mouse', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto(`${SERVER}/versions`);
  await version(page, '3.1.4')
    .getByRole('link', { name: '3.1.4', exact: true })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${SERVER}/versions/3.1.4`);

  await page.getByRole('link', { name: 'Compare with another' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/versions\/compare\?from=3\.1\.4/);

  await page.getByRole('combobox', { name: 'To' }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('3.2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?from=3\.1\.4&to=3\.2\.0/);

  await page.getByRole('button', { name: 'Unified' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Unified' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});
