import { InputError } from '@backstage/errors';
import type {
  BreakdownQuery,
  Dimension,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import { readAsked, sumsOf } from '../Asked';
import type { BreakdownService } from '../breakdown/BreakdownService';
import { Names } from '../Names';
import type { ReportParts } from '../ReportParts';
import { breakdownColumns } from './breakdownTable';
import { FOCUS_GRAIN, focusColumns } from './focusTable';
import type { Cell } from './writeCsv';

/** As many as a spreadsheet bears, and memory. */
const MAX_ROWS = 100_000;

/** A file, its rows made as they are asked for. */
export interface ExportTable {
  fileName: string;
  columns: string[];
  rows: Iterable<Cell[]>;
}

/** What is on screen as a file: all rows, and what the caller may see of them. */
export class ExportService {
  readonly #parts: Pick<ReportParts, 'reader' | 'directory'>;
  readonly #breakdowns: BreakdownService;
  readonly #currency: string;

  constructor(
    options: Pick<ReportParts, 'reader' | 'directory'> & {
      breakdowns: BreakdownService;
      currency: string;
    },
  ) {
    this.#parts = options;
    this.#breakdowns = options.breakdowns;
    this.#currency = options.currency;
  }

  /** @throws InputError when there is more than a file should hold */
  async breakdown(
    scope: CostScope,
    query: BreakdownQuery,
  ): Promise<ExportTable> {
    const asked = readAsked(query);
    const found = await this.#breakdowns.readRows(
      scope,
      { ...query, limit: MAX_ROWS + 1, offset: 0 },
      asked,
    );
    refuseTooMany(found.totalItems);
    const columns = breakdownColumns(query, found, this.#currency);
    return {
      fileName: `usage-by-${query.by.join('-')}-${query.from}-${query.to}.csv`,
      columns: columns.map(({ name }) => name),
      rows: mapLazily(found.rows, row => columns.map(({ read }) => read(row))),
    };
  }

  /** @throws InputError when there is more than a file should hold */
  async focus(scope: CostScope, query: BreakdownQuery): Promise<ExportTable> {
    const asked = readAsked(query);
    const by: Dimension[] = [...new Set([...FOCUS_GRAIN, ...query.by])];
    const names = new Names(scope, await this.#parts.directory.current());
    const rows = await this.#parts.reader.read(scope, {
      ...sumsOf(asked),
      bucket: 'day',
      by,
      matching: query.search
        ? {
            text: query.search,
            values: names.matching(query.by, query.search),
          }
        : undefined,
      sort: { by: 'value', order: 'asc' },
      limit: MAX_ROWS + 1,
    });
    refuseTooMany(rows.length);
    const columns = focusColumns({ by, currency: this.#currency, names });
    return {
      fileName: `focus-1.3-${query.from}-${query.to}.csv`,
      columns: columns.map(({ name }) => name),
      rows: mapLazily(rows, row => columns.map(({ read }) => read(row))),
    };
  }
}

function refuseTooMany(rows: number): void {
  if (rows > MAX_ROWS) {
    throw new InputError(
      `That would be more than ${MAX_ROWS.toLocaleString(
        'en-US',
      )} rows; take a shorter period, or filter by team.`,
    );
  }
}

function* mapLazily<A, B>(items: Iterable<A>, map: (item: A) => B) {
  for (const item of items) {
    yield map(item);
  }
}
