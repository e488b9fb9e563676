import type {
  ServerContract,
  ServerConventions,
  ServerDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import { expect, type Page } from '@playwright/test';
import type { Api } from './Api';
import type { Project } from './projects';

export const registryPath = (name: string) =>
  `/api/mcp-registry/servers/api%3Adefault%2F${name}`;

/** Makes a server as a new hire does, from the page for starting to the page of the server. */
export async function makeServer(
  page: Page,
  server: { template: string; name: string; title: string; purpose: string },
): Promise<void> {
  await page
    .getByRole('article', { name: server.template })
    .getByRole('link', { name: /Start/ })
    .click();
  await page
    .getByRole('textbox', { name: /What is it for/ })
    .fill(server.purpose);
  await page.getByRole('textbox', { name: /^Name/ }).fill(server.name);
  // The only team that the new hire belongs to is chosen already.
  await expect(page.getByText('Customer Care Tools').first()).toBeVisible();
  const create = page.getByRole('button', { name: 'Create' });
  const on = page.getByRole('button', { name: /^(Next|Review)$/ });
  await on.click();
  // Some have a page more.
  await expect(async () => {
    if (!(await create.isVisible())) {
      await on.click({ timeout: 1_000 });
    }
    await expect(create).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await create.click();
  await page
    .getByRole('region', { name: 'What exists now' })
    .getByRole('link', { name: server.title, exact: true })
    .click({ timeout: 60_000 });
  await expect(
    page.getByRole('heading', { level: 2, name: server.title }),
  ).toBeVisible();
}

/** What the page of a repository says that one clones. */
export async function cloneUrlOf(page: Page, name: string): Promise<string> {
  await page.goto(`/mcp-repositories/customer-care/${name}`);
  const command = await page
    .getByText(/^git clone /)
    .first()
    .textContent();
  return /^git clone (\S+)/.exec(command ?? '')![1];
}

/** Where a server answers by its entry, which is where its project listens. */
export async function addressOf(api: Api, name: string): Promise<URL> {
  const server = await api.read<ServerDetail>(registryPath(name));
  return new URL(server.remotes[0].url);
}

/** Has the portal ask a server that runs, and sees what the server's own repository says. */
export async function seeTools(
  page: Page,
  api: Api,
  server: { name: string; project: Project },
): Promise<void> {
  const { name, project } = server;
  await page.goto(`/mcp-servers/default/${name}`);
  await page.getByRole('button', { name: 'Ask now' }).click();
  const path = registryPath(name);
  const seen = async () =>
    (
      await api.read<{ contract: ServerContract | null }>(`${path}/contract`)
    ).contract?.contract.tools.map(tool => tool.name);
  const promised = JSON.parse(await project.read('contract.json')) as {
    tools: { name: string }[];
  };
  const toolNames = promised.tools.map(tool => tool.name);
  expect(toolNames).not.toEqual([]);
  await expect.poll(seen).toEqual(toolNames);
  await page.goto(`/mcp-servers/default/${name}/contract`);
  for (const tool of toolNames) {
    await expect(page.getByText(tool).first()).toBeVisible();
  }
  const kept = async () =>
    (
      await api.read<{ conventions: ServerConventions | null }>(
        `${path}/conventions`,
      )
    ).conventions?.report.score;
  await expect.poll(kept).toBe(100);
}
