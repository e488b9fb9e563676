import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { parseRef } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { CatalogDirectory } from '../catalog';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { NoticeSender } from './NoticeSender';

const DECIDERS_KEY = 'mcpCost.budgets.deciders';
/** Platform admins may decide for everyone. */
const ADMINS_KEY = 'mcpRegistry.access.platformAdmins';

/** The sender of what the plugin's database says is to be told. */
export function createNoticeSender(options: {
  knex: Knex;
  config: Config;
  notifications: NotificationService;
  directory: CatalogDirectory;
  logger: LoggerService;
  now: () => Date;
}): NoticeSender {
  const { config } = options;
  const deciders =
    config.getOptionalStringArray(DECIDERS_KEY) ??
    config.getOptionalStringArray(ADMINS_KEY) ??
    [];
  return new NoticeSender({
    ...options,
    store: new DatabaseNoticeStore(options),
    deciders: deciders.map(ref => parseRef(ref, 'group')),
  });
}
