import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import type {
  RecordRefusal,
  UsageReceipt,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { Attributor } from '../attribution';
import type { CatalogDirectory } from '../catalog';
import {
  AppendResult,
  AttributedUsage,
  Attribution,
  BatchSource,
  eventKey,
} from '../usage';
import type { AppendQueue } from './AppendQueue';
import type { InFlight } from './InFlight';
import type {
  IngestionService,
  ReportedUsage,
  Reporter,
} from './IngestionService';
import type { NewNameLimit } from './newNames';
import type { RecentRate } from './RecentRate';

/** Of which reasons are told; the count is always of all. */
const TOLD_REFUSALS = 100;
const NOTHING_STORED: AppendResult = { stored: 0, duplicates: 0 };

export class DefaultIngestionService implements IngestionService {
  readonly #directory: CatalogDirectory;
  readonly #attributor: Attributor;
  readonly #newNames: NewNameLimit;
  readonly #queue: AppendQueue;
  readonly #inFlight: InFlight;
  readonly #rate: RecentRate;
  readonly #logger: LoggerService;

  constructor(options: {
    directory: CatalogDirectory;
    attributor: Attributor;
    newNames: NewNameLimit;
    queue: AppendQueue;
    /** Records that are not stored yet. */
    inFlight: InFlight;
    rate: RecentRate;
    logger: LoggerService;
  }) {
    this.#directory = options.directory;
    this.#attributor = options.attributor;
    this.#newNames = options.newNames;
    this.#queue = options.queue;
    this.#inFlight = options.inFlight;
    this.#rate = options.rate;
    this.#logger = options.logger;
  }

  async ingest(
    reporter: Reporter,
    source: BatchSource,
    records: readonly ReportedUsage[],
    refusals: readonly RecordRefusal[] = [],
  ): Promise<UsageReceipt> {
    const share = this.#inFlight.share(reporter.id);
    share.take(records.length);
    const startedAt = performance.now();
    try {
      const attributed = await this.#attribute(reporter, records);
      const { entries } = attributed;
      const { stored, duplicates } =
        entries.length > 0
          ? await this.#queue.append({
              source,
              receivedFrom: reporter.id,
              entries,
            })
          : NOTHING_STORED;
      this.#rate.add(records.length, performance.now() - startedAt);
      const refused = [...refusals, ...attributed.refusals].sort(
        (one, other) => one.index - other.index,
      );
      return {
        accepted: stored,
        duplicates,
        refused: refused.length,
        refusals: refused.slice(0, TOLD_REFUSALS),
      };
    } catch (error) {
      this.#logger.error('Usage could not be stored', toError(error));
      // Whatever it was: who sent it keeps it, and sends it again.
      throw new ServiceUnavailableError(
        'Usage can not be stored at the moment; send it again in a while.',
      );
    } finally {
      share.release();
    }
  }

  async #attribute(
    reporter: Reporter,
    records: readonly ReportedUsage[],
  ): Promise<{ entries: AttributedUsage[]; refusals: RecordRefusal[] }> {
    const catalog = await this.#directory.current();
    const refusals: RecordRefusal[] = [];
    const tied: { record: ReportedUsage; attribution: Attribution }[] = [];
    for (const record of records) {
      const result = this.#attributor.attribute(catalog, reporter, record);
      if ('teamRef' in result) {
        tied.push({ record, attribution: result });
      } else {
        refusals.push(result);
      }
    }
    const beyond = await this.#newNames.beyond(
      tied.map(({ attribution }) => attribution),
    );
    const good = tied.filter(({ record, attribution }) => {
      if (beyond.has(attribution)) {
        refusals.push(tooManyNames(record));
      }
      return !beyond.has(attribution);
    });
    return { entries: toEntries(reporter, good), refusals };
  }
}

function toEntries(
  reporter: Reporter,
  good: { record: ReportedUsage; attribution: Attribution }[],
): AttributedUsage[] {
  const keys = good.map(({ record, attribution }) =>
    eventKey(
      // A sender's own id stays the same event when a correction, or the
      // catalog, moves it to another team that the sender reports for. A span
      // is the same whoever of a team sends it.
      record.idKind === 'usage' ? reporter.teamRef : attribution.teamRef,
      record.idKind,
      record.id,
    ),
  );
  const hasOuter = good.some(
    ({ record }) => record.replacedByIndex !== undefined,
  );
  const keyByIndex = hasOuter
    ? new Map(good.map(({ record }, at) => [record.index, keys[at]]))
    : undefined;
  return good.map(({ record, attribution }, at) => {
    // Missing where the outer one was refused: then this one counts.
    const outer =
      record.replacedByIndex === undefined
        ? undefined
        : keyByIndex?.get(record.replacedByIndex);
    return {
      key: keys[at],
      revision: record.revision,
      occurredAtMs: record.occurredAtMs,
      attribution,
      measures: record.measures,
      ...(record.span && { span: record.span }),
      ...(outer !== undefined && outer !== keys[at] && { replacedBy: outer }),
    };
  });
}

function tooManyNames({ index, id }: ReportedUsage): RecordRefusal {
  return {
    index,
    id,
    code: 'too-many-names',
    message:
      'the team has brought in too many new names today; put ids and other things that change each time in no names',
  };
}
