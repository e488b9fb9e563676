import type { RecordRefusal } from '@mcp-portal/plugin-mcp-cost-common';

import type { CatalogSnapshot } from '../catalog';
import type { ReportedUsage, Reporter } from '../ingestion';
import type { Attribution } from '../usage';

/**
 * Ties what was reported to team, agent or user, environment and server. Fast
 * and without I/O: it runs for every event.
 */
export interface Attributor {
  attribute(
    catalog: CatalogSnapshot,
    reporter: Reporter,
    reported: ReportedUsage,
  ): Attribution | RecordRefusal;
}
