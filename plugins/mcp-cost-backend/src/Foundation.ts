import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  HttpAuthService,
  HttpRouterService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Router } from 'express';
import type { Knex } from 'knex';

import type { CostAccess } from './access';
import type { AlertReader } from './alerts';
import type { BudgetReader } from './budgets';
import type { CatalogDirectory } from './catalog';
import type { IngestionService } from './ingestion';
import type { KeyAuthenticator } from './keys';
import type { PriceBooks } from './prices';
import type { RollupRunner, RollupWriter, UsageReader } from './rollups';
import type { UsageStore } from './usage';

/** What Backstage gives to the plugin. */
export interface Services {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  discovery: DiscoveryService;
  httpAuth: HttpAuthService;
  /** For paths that take service keys instead of Backstage tokens. */
  httpRouter: HttpRouterService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  userInfo: UserInfoService;
  knex: Knex;
  /** Where each subject adds its routes. */
  router: Router;
}

/**
 * What all subjects of usage and cost are built on. Each subject makes its own
 * part, in the order of `createFoundation`.
 */
export interface Foundation extends Services {
  /** ISO 4217 code of the one currency. */
  currency: string;
  /** The time; tests set their own. */
  now: () => Date;
  directory: CatalogDirectory;
  access: CostAccess;
  rollupWriter: RollupWriter;
  rollups: RollupRunner;
  usage: UsageStore;
  reader: UsageReader;
  priceBooks: PriceBooks;
  keys: KeyAuthenticator;
  ingestion: IngestionService;
  budgets: BudgetReader;
  alerts: AlertReader;
}
