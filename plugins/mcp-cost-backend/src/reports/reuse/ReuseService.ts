import { NotFoundError } from '@backstage/errors';
import type {
  Reuse,
  ReuseAssumptions,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import { readPeriod } from '../asking/Period';
import { Names } from '../Names';
import type { ReportParts } from '../ReportParts';
import { checkAssumptions } from './assumptions';
import type { ReuseStore } from './ReuseStore';
import { ownCostNanos, savings } from './savings';

/** What is saved because teams share a server. */
export class ReuseService {
  readonly #parts: Pick<ReportParts, 'reader' | 'directory'>;
  readonly #store: ReuseStore;
  readonly #defaults: ReuseAssumptions;

  constructor(
    options: Pick<ReportParts, 'reader' | 'directory'> & {
      store: ReuseStore;
      defaults: ReuseAssumptions;
    },
  ) {
    this.#parts = options;
    this.#store = options.store;
    this.#defaults = options.defaults;
  }

  /**
   * @param tried - assumptions in place of the organisation's
   * @throws NotFoundError when the caller sees neither the server nor use of it
   */
  async read(
    scope: CostScope,
    serverRef: string,
    query: { from: string; to: string },
    tried: Partial<ReuseAssumptions>,
  ): Promise<Reuse> {
    const period = readPeriod(query);
    const [rows, catalog, organisation] = await Promise.all([
      this.#parts.reader.read(scope, {
        fromMs: period.fromMs,
        toMs: period.toMs,
        by: ['team'],
        filters: { server: [serverRef] },
        sort: { by: 'calls', order: 'desc' },
      }),
      this.#parts.directory.current(),
      this.assumptions(scope),
    ]);
    const server = catalog.servers.get(serverRef);
    const isPublic = server?.visibility === 'organisation';
    const isOwn = scope.teams === 'all' || scope.servers.includes(serverRef);
    if (rows.length === 0 && !isPublic && !(isOwn && server)) {
      throw new NotFoundError(
        `There is no server ${serverRef} whose use you may see`,
      );
    }
    const assumptions = checkAssumptions({ ...organisation, ...tried });
    const users = rows.filter(({ sums }) => sums.calls > 0);
    const { savedNanos, savedPerConsumerNanos } = savings(
      ownCostNanos(assumptions, period.days),
      users
        .filter(({ values }) => values[0] !== server?.ownerRef)
        .map(({ sums }) => sums.costNanos),
    );
    const names = new Names(scope, catalog);
    return {
      serverRef,
      consumers: users.map(({ values: [teamRef], sums }) => ({
        teamRef,
        title: names.of('team', teamRef).title,
        calls: sums.calls,
        costNanos: String(sums.costNanos),
      })),
      assumptions,
      tried: Object.values(tried).some(value => value !== undefined),
      savedPerConsumerNanos: String(savedPerConsumerNanos),
      savedNanos: String(savedNanos),
    };
  }

  /** The organisation's. */
  async assumptions(scope: CostScope): Promise<ReuseAssumptions> {
    return (await this.#store.read(scope)) ?? this.#defaults;
  }

  /** @throws NotAllowedError for who may not change prices */
  async change(
    scope: CostScope,
    assumptions: ReuseAssumptions,
  ): Promise<ReuseAssumptions> {
    await this.#store.write(scope, checkAssumptions(assumptions));
    return assumptions;
  }
}
