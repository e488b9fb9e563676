import type { CostScope } from '../../access';
import type { UsageReader } from '../../rollups';

/** How a server's calls went in some hours. */
export interface ServerCalls {
  calls: number;
  errors: number;
}

const WEEK_MS = 7 * 24 * 60 * 60_000;
/** Weeks whose same hours are compared with. */
const WEEKS = 4;

/** Calls of all servers in some hours, and in the same ones of the weeks before. */
export interface ServerWindow {
  now: ReadonlyMap<string, ServerCalls>;
  /** One for each week, the last first. */
  before: readonly ReadonlyMap<string, ServerCalls>[];
}

/**
 * Reads what servers did in some hours, and in the same hours of the last weeks.
 *
 * @param period - on full hours
 */
export async function readServerWindow(
  reader: UsageReader,
  scope: CostScope,
  period: { fromMs: number; toMs: number },
): Promise<ServerWindow> {
  const [now, ...before] = await Promise.all(
    Array.from({ length: WEEKS + 1 }, (_, weeksAgo) =>
      readCalls(reader, scope, {
        fromMs: period.fromMs - weeksAgo * WEEK_MS,
        toMs: period.toMs - weeksAgo * WEEK_MS,
      }),
    ),
  );
  return { now, before };
}

async function readCalls(
  reader: UsageReader,
  scope: CostScope,
  period: { fromMs: number; toMs: number },
): Promise<Map<string, ServerCalls>> {
  const rows = await reader.read(scope, { ...period, by: ['server'] });
  return new Map(
    rows
      .filter(({ values }) => values[0] !== '')
      .map(({ values, sums }) => [values[0], sums]),
  );
}
