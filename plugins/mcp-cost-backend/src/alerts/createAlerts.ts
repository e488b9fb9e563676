import type { Knex } from 'knex';

import { DatabaseNoticeStore } from '../notices';
import type { AlertReader } from './AlertReader';
import { DatabaseAlertStore } from './DatabaseAlertStore';

/** Alerts, for all subjects that show them. */
export function createAlerts(options: { knex: Knex }): AlertReader {
  return new DatabaseAlertStore({
    ...options,
    notices: new DatabaseNoticeStore(options),
  });
}
