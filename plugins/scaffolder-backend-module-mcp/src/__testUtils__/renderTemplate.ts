import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import type { SkeletonValues } from '@mcp-portal/plugin-mcp-templates-common';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const TEMPLATES = resolve(__dirname, '../../templates');

/** Values as `mcp:server:check` makes them. */
export function skeletonValues(
  changes: Partial<SkeletonValues> = {},
): SkeletonValues {
  const url =
    'http://localhost:3000/mcp-repositories/payments/billing-invoices';
  return {
    kind: 'server',
    name: 'billing-invoices',
    title: 'Billing invoices',
    purpose: 'Finds invoices, and explains a line on one.',
    ownerRef: 'group:default/payments',
    ownerName: 'payments',
    lifecycle: 'experimental',
    visibility: 'organisation',
    dataSensitivity: 'confidential',
    url: 'http://localhost:4100/mcp',
    port: 4100,
    portalUrl: 'http://localhost:3000',
    otlpUrl: 'http://localhost:7007/api/mcp-cost',
    issuer: '',
    imageRegistry: '',
    cliPackage: '@mcp-portal/cli',
    repository: {
      type: 'local',
      owner: 'payments',
      name: 'billing-invoices',
      repoUrl: 'localhost?owner=payments&repo=billing-invoices',
      url,
      catalogInfoUrl: `${url}/blob/main/catalog-info.yaml`,
      defaultBranch: 'main',
    },
    createdFrom: 'mcp-server-typescript@1',
    ...changes,
  };
}

/**
 * Fills a template's folders one over the other, with upstream's own action, as
 * its steps do; gives the text of each file by its path.
 */
export async function renderTemplate(
  template: string,
  folders: string[],
  values: SkeletonValues,
): Promise<Map<string, string>> {
  const action = createFetchTemplateAction({
    reader: mockServices.urlReader.mock(),
    integrations: ScmIntegrations.fromConfig(mockServices.rootConfig()),
  });
  const directory = await mkdtemp(join(tmpdir(), 'rendered-'));
  const workspacePath = join(directory, 'workspace');
  const context = createMockActionContext({
    workspacePath,
    templateInfo: {
      entityRef: `template:default/${template}`,
      baseUrl: `file://${join(TEMPLATES, template, 'template.yaml')}`,
    },
  });
  for (const folder of folders) {
    await action.handler({
      ...context,
      createTemporaryDirectory: () => mkdtemp(join(directory, 'fetched-')),
      input: {
        url: `./${folder}`,
        values: values as unknown as JsonObject,
        templateFileExtension: true,
        replace: true,
      },
    });
  }
  const files = await readAll(workspacePath);
  await rm(directory, { recursive: true });
  return files;
}

async function readAll(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(
        async path =>
          [relative(directory, path), await readFile(path, 'utf8')] as const,
      ),
    ),
  );
}
