import type { Page } from '@playwright/test';
import { amara, priya, yuki } from './support/people';
import { expect, test } from './support/test';
import { whenAsked } from './support/whenAsked';

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 2, name });

const connect = async (page: Page, client: string) => {
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('tab', { name: client }).click();
  return page.getByRole('region', { name: new RegExp(`of ${client}$`) });
};

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test('says what the server is for, whose it is and how it is', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers/default/knowledge-graph');
  await expect(heading(page, 'Ports and carriers memory')).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Freight Tracking' }).first(),
  ).toHaveAttribute('href', '/catalog/default/group/freight-tracking');
  await expect(
    page.getByRole('link', { name: /^Who is on call/ }),
  ).toHaveAttribute(
    'href',
    'https://oncall.harbourline.example/teams/freight-tracking',
  );
  await expect(page.getByText('2026.8.31').first()).toBeVisible();
  await expect(page.getByText('Good.')).toBeVisible();
});

const tabs = [
  { path: '', name: 'Overview', shows: 'Whole contract' },
  { path: '/contract', name: 'Contract (9 tools)', shows: 'add_observations' },
  { path: '/versions', name: 'Versions', shows: 'Publish what is live' },
  { path: '/dependents', name: 'Dependents (4)', shows: 'By team' },
  { path: '/conventions', name: 'Conventions', shows: 'What to mend' },
  { path: '/history', name: 'History', shows: 'Asked at' },
];

test('each tab has its address, and the address its tab', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  const base = '/mcp-servers/default/knowledge-graph';
  await page.goto(base);
  for (const { path, name, shows } of tabs) {
    await page.getByRole('tab', { name }).click();
    await expect(page).toHaveURL(base + path);
    await expect(page.getByText(shows).first()).toBeVisible();
  }
  for (const { path, name, shows } of tabs) {
    await page.goto(base + path);
    await expect(page.getByRole('tab', { name })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(page.getByText(shows).first()).toBeVisible();
  }
});

test("the contract shows a tool's schema, and the address which tool", async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto(
    '/mcp-servers/default/workspace-files/contract?tool=edit_file',
  );
  const tool = page.getByRole('article', { name: 'Tool edit_file' });
  await expect(tool).toContainText('Make line-based edits to a text file.');
  const input = tool.getByRole('region', { name: 'Input of edit_file' });
  await expect(input.getByRole('row', { name: /^path/ })).toContainText(
    'required',
  );
  await expect(input.getByRole('row', { name: /^dryRun/ })).toContainText(
    'boolean',
  );
  await expect(
    tool.getByRole('region', { name: 'Example call of edit_file' }),
  ).toContainText('"name": "edit_file"');

  const list = page.getByRole('listbox', { name: 'Tools' });
  await expect(list.getByRole('option')).toHaveCount(14);
  await list.getByRole('option', { name: 'move_file' }).click();
  await expect(page).toHaveURL(/\?tool=move_file$/);
  await expect(
    page.getByRole('region', { name: 'Input of move_file' }),
  ).toContainText('destination');

  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/\?tool=read_file$/);

  await page.getByRole('searchbox', { name: /^Find a tool/ }).fill('base64');
  await expect(list.getByRole('option')).toHaveText(['read_media_file']);
});

test('a link to a tool that is gone says so', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto(
    '/mcp-servers/default/workspace-files/contract?tool=format_disk',
  );
  await expect(page.getByText(/offers no tool format_disk now/)).toBeVisible();
});

test('a server that never answered shows why, and no contract', async ({
  pageAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers/default/billing-invoices/contract');
  await expect(page.getByText('No contract yet')).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(
    page.getByText('Not allowed by the rules').first(),
  ).toBeVisible();
  await expect(
    page.getByText(/billing-invoices\.mcp\.harbourline\.example\/mcp/).first(),
  ).toBeVisible();
});

test('Connect gives the exact text for Claude Code, and copies it', async ({
  pageAs,
}) => {
  const page = await pageAs(amara, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto('/mcp-servers/default/knowledge-graph');
  const snippet = await connect(page, 'Claude Code');
  const expected = {
    mcpServers: {
      'knowledge-graph': {
        command: 'npx',
        args: ['-y', '@modelcontextprotocol/server-memory@2026.8.31'],
      },
    },
  };
  expect(JSON.parse(await snippet.innerText())).toEqual(expected);

  await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toEqual(expected);
});

test('Connect gives the exact text for VS Code', async ({ pageAs }) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers/default/billing-invoices');
  const snippet = await connect(page, 'VS Code');
  expect(JSON.parse(await snippet.innerText())).toEqual({
    servers: {
      'billing-invoices': {
        type: 'http',
        url: 'https://billing-invoices.mcp.harbourline.example/mcp',
      },
    },
  });
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('somebody of the owning team has the server asked now, and sees the attempt', async ({
  pageAs,
}) => {
  const page = await pageAs(yuki);
  await page.goto('/mcp-servers/default/workspace-files/history');
  const attempts = page.getByRole('region', { name: 'Attempts' });
  await expect(attempts.getByRole('row').nth(1)).toBeVisible();
  const byHand = attempts.getByRole('row').filter({ hasText: 'by hand' });
  const before = await byHand.count();

  await page.getByRole('button', { name: 'Ask now' }).click();
  await expect(byHand).toHaveCount(before + 1);
  await expect(byHand.first()).toContainText('Answered');
  await expect(page.getByRole('button', { name: 'Ask now' })).toBeEnabled();
});

test('only the owning team and admins may have a server asked now', async ({
  pageAs,
  apiAs,
}) => {
  const page = await pageAs(amara);
  await page.goto('/mcp-servers/default/workspace-files');
  await expect(heading(page, 'Help centre files')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask now' })).toBeDisabled();

  const path = '/api/mcp-registry/servers/workspace-files/introspection';
  expect((await (await apiAs(amara)).post(path)).status()).toBe(403);
  expect((await (await apiAs(priya)).post(path)).status()).toBe(202);
});
