import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { CompareOptions } from '@mcp-portal/mcp-contract';
import { Router } from 'express';
import { Knex } from 'knex';

import type { Access } from './access';
import { DatabaseAgentStore } from './agents/DatabaseAgentStore';
import { DatabaseDependentStore } from './dependents/DatabaseDependentStore';
import { DatabaseIntrospectionStore } from './introspection/DatabaseIntrospectionStore';
import { DatabaseServerStore } from './servers/DatabaseServerStore';
import type { ServerAnnouncer } from './servers/ServerAnnouncer';
import { ServerSearchIndex } from './servers/ServerSearchIndex';
import type { KeyRoutes } from './service-keys/createKeyRoutes';
import { DatabaseVersionStore } from './versions/DatabaseVersionStore';

/**
 * What all subjects of the registry are built on.
 */
export interface Foundation extends Stores {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  access: Access;
  announcer: ServerAnnouncer;
  /** Where each subject adds its routes. */
  router: Router;
  /** The same for requests with a team's service key. */
  keyRoutes: KeyRoutes;
  /** What changes mean, where the platform team says otherwise. */
  severities: NonNullable<CompareOptions['severities']>;
}

/** The stores that more than one subject reads. */
export type Stores = ReturnType<typeof createStores>;

export function createStores(knex: Knex) {
  const searchIndex = new ServerSearchIndex({ knex });
  return {
    knex,
    searchIndex,
    servers: new DatabaseServerStore({ knex, searchIndex }),
    agents: new DatabaseAgentStore({ knex }),
    introspection: new DatabaseIntrospectionStore({ knex, searchIndex }),
    versions: new DatabaseVersionStore({ knex }),
    dependents: new DatabaseDependentStore({ knex }),
  };
}
