import type { Foundation } from '../Foundation';
import { BreakdownService } from './breakdown/BreakdownService';
import { CallService } from './calls/CallService';
import { DatabaseCallStore } from './calls/DatabaseCallStore';
import { ExportService } from './exports/ExportService';
import { DatabaseLastCallStore } from './lastCalls/DatabaseLastCallStore';
import { OverviewService } from './overview/OverviewService';
import { QualityService } from './quality/QualityService';
import { readReuseConfig } from './reuse/assumptions';
import { DatabaseReuseStore } from './reuse/DatabaseReuseStore';
import { ReuseService } from './reuse/ReuseService';
import { addReportRoutes } from './router';
import { addReuseRoutes } from './reuse/router';
import { SampleMark } from './SampleMark';
import { SeriesService } from './series/SeriesService';
import { SumsState } from './SumsState';
import { UnitCostService } from './unitCosts/UnitCostService';
import { ValueService } from './values/ValueService';

/** What usage came to, seen from all sides, over HTTP. */
export async function addReports(foundation: Foundation): Promise<void> {
  const parts = { ...foundation, sampleMark: new SampleMark(foundation) };
  const sumsState = new SumsState(foundation);
  const breakdowns = new BreakdownService(parts);
  addReportRoutes(foundation.router, {
    ...foundation,
    overview: new OverviewService({ ...parts, sumsState }),
    series: new SeriesService(parts),
    breakdowns,
    values: new ValueService(parts),
    calls: new CallService({
      store: new DatabaseCallStore(foundation),
      sumsState,
    }),
    quality: new QualityService(parts),
    unitCosts: new UnitCostService(parts),
    exports: new ExportService({ ...parts, breakdowns }),
    lastCalls: new DatabaseLastCallStore(foundation),
  });
  addReuseRoutes(foundation.router, {
    ...foundation,
    reuse: new ReuseService({
      ...parts,
      store: new DatabaseReuseStore(foundation),
      defaults: readReuseConfig(foundation.config),
    }),
  });
}
