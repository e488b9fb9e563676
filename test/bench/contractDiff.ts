import {
  compareContracts,
  createSnapshot,
  type ContractInput,
} from '@mcp-portal/mcp-contract';
import {
  redoclyDiff,
  type RedoclyResult,
} from '@mcp-portal/mcp-contract/src/diff/__testUtils__/openapi/redoclyDiff';
import type { ToolSchemas } from '@mcp-portal/mcp-contract/src/diff/__testUtils__/openapi/wrapAsOpenApi';

import { realHistories } from './diffPairs/realHistories';
import { hostileNests, tenThousandNodes } from './diffPairs/largeSchemas';
import { thousandTools } from './diffPairs/thousandTools';
import { ms, percentile } from './percentiles';
import { printTable } from './printTable';

const OUR_RUNS = 15;
const REDOCLY_RUNS = 3;

/** Tools before and after a change. */
export interface DiffCase {
  title: string;
  before: ToolSchemas[];
  after: ToolSchemas[];
  /** What it may take us. */
  goalMs?: number;
}

/**
 * Comparing two contracts, against `redocly diff` on the same tools wrapped as
 * operations of an OpenAPI document. That has no interface but its command:
 * its own figure is what it says itself, without the start of its process.
 */
export async function benchContractDiff(): Promise<void> {
  const cases = [
    await thousandTools(),
    tenThousandNodes(),
    ...hostileNests(),
    ...(await realHistories()),
  ];
  printTable(
    `Comparing contracts, medians of ${OUR_RUNS} runs (redocly diff: ${REDOCLY_RUNS})`,
    [
      'case',
      'tools',
      'JSON',
      'goal',
      'compareContracts',
      'from JSON',
      'changes',
      'redocly, as it says',
      'its process',
      'its changes',
    ],
    cases.map(rowOf),
  );
}

function rowOf({ title, before, after, goalMs }: DiffCase): string[] {
  const texts = [before, after].map(tools => JSON.stringify({ tools }));
  const contractOf = (text: string) =>
    createSnapshot(JSON.parse(text) as ContractInput).contract;
  const [first, second] = texts.map(contractOf);
  const { changes } = compareContracts(first, second);
  const redocly = attempt({ title, before, after });
  return [
    title,
    String(after.length),
    `${Math.round(Math.max(...texts.map(text => text.length)) / 1024)} kB`,
    goalMs === undefined ? '' : ms(goalMs),
    ms(median(OUR_RUNS, () => timeOf(() => compareContracts(first, second)))),
    ms(
      median(OUR_RUNS, () =>
        timeOf(() =>
          compareContracts(contractOf(texts[0]), contractOf(texts[1])),
        ),
      ),
    ),
    String(changes.length),
    ...(typeof redocly === 'string'
      ? [redocly, '', '']
      : [
          ms(middle(redocly.map(({ ownMs }) => ownMs))),
          ms(middle(redocly.map(({ wallMs }) => wallMs))),
          String(
            [...redocly[0].verdicts.values()].reduce(
              (sum, verdict) => sum + verdict.changes,
              0,
            ),
          ),
        ]),
  ];
}

/** That it fails is a result too. */
function attempt({ title, before, after }: DiffCase): RedoclyResult[] | string {
  try {
    return Array.from({ length: REDOCLY_RUNS }, () =>
      redoclyDiff(before, after),
    );
  } catch (error) {
    process.stderr.write(`${title}: ${error}\n`);
    return 'failed';
  }
}

function timeOf(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function median(runs: number, measure: () => number): number {
  return middle(Array.from({ length: runs }, measure));
}

function middle(values: number[]): number {
  return percentile(values, 0.5);
}
