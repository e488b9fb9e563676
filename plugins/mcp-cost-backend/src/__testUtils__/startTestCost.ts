import {
  BackendFeature,
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import type {
  KeyScope,
  NewServiceKey,
} from '@mcp-portal/plugin-mcp-cost-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';

import mcpCostPlugin from '../index';
import { ENTITIES } from './entities';
import { ADA, OWNERSHIP } from './people';
import { policyPermissions } from './policyPermissions';

/** What the plugin answered. */
export interface TestAnswer<T = { [key: string]: unknown }> {
  status: number;
  /** Undefined when it is no JSON. */
  body: T;
  text: string;
  headers: Headers;
}

/** The plugin behind HTTP, with hands to use it as somebody. */
export interface TestCost {
  backend: TestBackend;
  /** What its paths are below. */
  baseUrl: string;
  catalog: ReturnType<typeof catalogServiceMock>;
  scheduler: SchedulerService;
  /** What was sent to people, the oldest first. */
  notifications: NotificationSendOptions[];
  /**
   * Asks as a person, by entity ref; with a service key, by its secret; or as
   * another caller, by the whole header (`Bearer ...`). Undefined: as nobody.
   *
   * @param body - sent as JSON; a text or bytes as they are
   */
  ask<T = { [key: string]: unknown }>(
    caller: string | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer<T>>;
  /** Makes a service key of a team, and gives its secret. */
  makeKey(
    teamRef: string,
    options?: { scopes?: KeyScope[]; reportsFor?: string[]; name?: string },
  ): Promise<string>;
}

/** The real plugin, under the portal's real policy. */
export async function startTestCost(
  knex: Knex,
  options: {
    config?: JsonObject;
    /** Instead of those in `entities.ts`. */
    entities?: Entity[];
    features?: BackendFeature[];
  } = {},
): Promise<TestCost> {
  const catalog = catalogServiceMock({
    entities: options.entities ?? ENTITIES,
  });
  const scheduler = mockServices.scheduler();
  const notifications: NotificationSendOptions[] = [];
  const backend = await startTestBackend({
    features: [
      mcpCostPlugin,
      ...(options.features ?? []),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      mockServices.rootLogger.factory({ level: 'none' }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async notification => {
            notifications.push(notification);
          },
        }),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: policyPermissions,
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({ getUserInfo: async who => userInfoOf(who) }),
      }),
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api/mcp-cost`;

  const ask: TestCost['ask'] = async (
    caller,
    method,
    path,
    body,
    headers = {},
  ) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: authorizationOf(caller),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: raw ? (body as BodyInit) : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      headers: response.headers,
      body: parseJson(text),
    };
  };

  let keyCount = 0;
  return {
    backend,
    baseUrl,
    catalog,
    scheduler,
    notifications,
    ask,
    async makeKey(teamRef, { scopes = ['ingest'], reportsFor, name } = {}) {
      keyCount += 1;
      const made = await ask<NewServiceKey>(
        ADA,
        'POST',
        `/teams/${encodeURIComponent(teamRef)}/keys`,
        { name: name ?? `key ${keyCount}`, scopes },
      );
      if (made.status !== 201) {
        throw new Error(`No key was made for ${teamRef}: ${made.text}`);
      }
      const { key, secret } = made.body;
      if (reportsFor) {
        const told = await ask(ADA, 'PUT', `/keys/${key.id}/teams`, {
          teamRefs: reportsFor,
        });
        if (told.status !== 200) {
          throw new Error(`The key reports for no other team: ${told.text}`);
        }
      }
      return secret;
    },
  };
}

function authorizationOf(caller: string | undefined): string {
  if (caller === undefined) {
    return mockCredentials.none.header();
  }
  if (caller.startsWith('Bearer ')) {
    return caller;
  }
  return caller.startsWith('user:')
    ? mockCredentials.user.header(caller)
    : `Bearer ${caller}`;
}

function userInfoOf(credentials: BackstageCredentials) {
  const { userEntityRef } = (
    credentials as BackstageCredentials<BackstageUserPrincipal>
  ).principal;
  return {
    userEntityRef,
    ownershipEntityRefs: OWNERSHIP[userEntityRef] ?? [userEntityRef],
  };
}

function parseJson<T>(text: string): T {
  try {
    return JSON.parse(text);
  } catch {
    return undefined as T;
  }
}
