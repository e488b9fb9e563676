import { resolve } from 'node:path';

import { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleTemplates from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import permissionPlugin from '@backstage/plugin-permission-backend';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import catalogModuleMcp from '@mcp-portal/plugin-catalog-backend-module-mcp';
import mcpCostPlugin from '@mcp-portal/plugin-mcp-cost-backend';
import mcpRegistryPlugin from '@mcp-portal/plugin-mcp-registry-backend';
import mcpTemplatesPlugin from '@mcp-portal/plugin-mcp-templates-backend';
import permissionModuleMcp from '@mcp-portal/plugin-permission-backend-module-mcp';

import scaffolderModuleMcp from '../index';
import { ENTITIES } from './entities';
import { eventually } from './eventually';
import { ADA } from './people';
import { TaskRun } from './TaskRun';
import { httpAuthService, testEntities, userInfoService } from './testServices';

export const PORTAL_URL = 'http://portal.example.com';

const TEMPLATES = resolve(__dirname, '../../templates/all.yaml');
const TEMPLATE_COUNT = 4;

/** What the portal answered. */
export interface Answer<T = { [key: string]: unknown }> {
  status: number;
  text: string;
  /** Undefined when it is no JSON. */
  body: T;
}

/** A whole portal without its pages, and hands to use it as somebody. */
export interface TestPortal {
  backend: TestBackend;
  ask<T>(
    user: string,
    path: string,
    options?: { method?: string; body?: unknown },
  ): Promise<Answer<T>>;
  /** Starts a template, and follows the run to its end. */
  run(user: string, template: string, values: object): Promise<TaskRun>;
}

/**
 * Starts the real scaffolder, catalog, registry, costs and policy, with the
 * templates of this package.
 *
 * @param options - `repositories`: of `mcpTemplates`
 */
export async function startTestPortal(options: {
  repositories: JsonObject;
  config?: JsonObject;
  features?: BackendFeature[];
}): Promise<TestPortal> {
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleMcp,
      catalogModuleTemplates,
      permissionPlugin,
      permissionModuleMcp,
      scaffolderPlugin,
      scaffolderModuleMcp,
      mcpCostPlugin,
      mcpRegistryPlugin,
      mcpTemplatesPlugin,
      testEntities,
      httpAuthService,
      userInfoService,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: PORTAL_URL },
          backend: { baseUrl: PORTAL_URL },
          permission: { enabled: true },
          catalog: {
            rules: [{ allow: ['API', 'Component', 'Location'] }],
            locations: [
              {
                type: 'file',
                target: TEMPLATES,
                rules: [{ allow: ['Location', 'Template'] }],
              },
            ],
          },
          mcpTemplates: { repositories: options.repositories },
          ...options.config,
        },
      }),
      ...(options.features ?? []),
    ],
  });
  const ask: TestPortal['ask'] = async (user, path, { method, body } = {}) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api${path}`,
      {
        method: method ?? (body ? 'POST' : 'GET'),
        headers: {
          authorization: mockCredentials.user.header(user),
          'content-type': 'application/json',
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      },
    );
    const text = await response.text();
    const isJson = /^[[{]/.test(text);
    return {
      status: response.status,
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  };
  const portal: TestPortal = {
    backend,
    ask,
    run: async (user, template, values) =>
      TaskRun.toItsEnd(ask, { user, template, values }),
  };
  await waitForCatalog(portal);
  return portal;
}

async function waitForCatalog({ ask }: TestPortal): Promise<void> {
  await eventually(async () => {
    const { body } = await ask<{ kind: string }[]>(
      ADA,
      '/catalog/entities?fields=kind',
    );
    const templates = body.filter(({ kind }) => kind === 'Template');
    const others = body.filter(
      ({ kind }) => !['Template', 'Location'].includes(kind),
    );
    return (
      templates.length === TEMPLATE_COUNT && others.length === ENTITIES.length
    );
  });
}
