import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type {
  BreakdownQuery,
  CallQuery,
  CostPageQuery,
  Dimension,
  QualityQuery,
  SeriesQuery,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { checkedQuery, parseRef } from '@mcp-portal/plugin-mcp-node';
import type { Request, Router } from 'express';

import type { CostAccess, CostScope } from '../access';
import type { BreakdownService } from './breakdown/BreakdownService';
import type { CallService } from './calls/CallService';
import type { ExportService } from './exports/ExportService';
import { writeCsv } from './exports/writeCsv';
import type { LastCallStore } from './lastCalls/LastCallStore';
import type { OverviewService } from './overview/OverviewService';
import type { QualityService } from './quality/QualityService';
import type { SeriesService } from './series/SeriesService';
import type { UnitCostService } from './unitCosts/UnitCostService';
import type { ValueService } from './values/ValueService';

/** What usage came to. */
export function addReportRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: CostAccess;
    overview: OverviewService;
    series: SeriesService;
    breakdowns: BreakdownService;
    values: ValueService;
    calls: CallService;
    quality: QualityService;
    unitCosts: UnitCostService;
    exports: ExportService;
    lastCalls: LastCallStore;
  },
): void {
  const { httpAuth, access } = options;

  const get = <Query>(
    path: string,
    answer: (scope: CostScope, query: Query, req: Request) => Promise<unknown>,
  ) =>
    router.get(path, async (req, res) => {
      const scope = await access.scopeOf(await httpAuth.credentials(req));
      // Checked against the OpenAPI document before, which made numbers of numbers.
      res.json(await answer(scope, checkedQuery<Query>(req), req));
    });

  get<UsageFilter>('/overview', (scope, query) =>
    options.overview.read(scope, query),
  );
  get<SeriesQuery>('/series', (scope, query) =>
    options.series.read(scope, query),
  );
  get<BreakdownQuery>('/breakdown', (scope, query) =>
    options.breakdowns.read(scope, query),
  );
  get<CallQuery>('/calls', (scope, query) => options.calls.list(scope, query));
  get<QualityQuery>('/quality', (scope, query) =>
    options.quality.read(scope, query),
  );
  get<UsageFilter>('/unit-costs', (scope, query) =>
    options.unitCosts.read(scope, query),
  );
  get<UsageFilter & CostPageQuery>('/values/:dimension', (scope, query, req) =>
    options.values.list(scope, req.params.dimension as Dimension, query),
  );
  get('/servers/:ref/last-calls', async (scope, _query, req) => {
    const serverRef = parseRef(req.params.ref, 'api');
    const calls = await options.lastCalls.ofServer(scope, serverRef);
    return { lastCalls: Object.fromEntries(calls) };
  });

  router.get('/exports/:format', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const query = checkedQuery<BreakdownQuery>(req);
    const table = await (req.params.format === 'focus'
      ? options.exports.focus(scope, query)
      : options.exports.breakdown(scope, query));
    await writeCsv(res, table.fileName, table.columns, table.rows);
  });
}
