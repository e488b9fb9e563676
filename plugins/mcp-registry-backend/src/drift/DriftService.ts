import { proposeVersionFetching } from '@mcp-portal/mcp-contract';
import type {
  Drift,
  DriftingServer,
  Page,
  PageQuery,
} from '@mcp-portal/plugin-mcp-registry-common';
import { ConflictError } from '@backstage/errors';

import type { Scope } from '../access';
import { requireServer } from '../servers/requireServer';
import type { ServerStore } from '../servers/ServerStore';
import { publishedVersions } from '../versions/publishedVersions';
import { readReason } from '../versions/readText';
import { requireManageable } from '../versions/requireManageable';
import type { VersionStore } from '../versions/VersionStore';
import type { DriftJudge } from './DriftJudge';
import type { DriftContracts, DriftStore, KeptDrift } from './DriftStore';

/**
 * What one may know of drift, and that it is known.
 */
export class DriftService {
  readonly #servers: ServerStore;
  readonly #versions: VersionStore;
  readonly #store: DriftStore;
  readonly #judge: DriftJudge;

  constructor(options: {
    servers: ServerStore;
    versions: VersionStore;
    store: DriftStore;
    judge: DriftJudge;
  }) {
    this.#servers = options.servers;
    this.#versions = options.versions;
    this.#store = options.store;
    this.#judge = options.judge;
  }

  /**
   * Undefined when what is live is published, or nothing was.
   *
   * @throws NotFoundError when the scope has no such server
   */
  async get(scope: Scope, ref: string): Promise<Drift | undefined> {
    const { mayPublish } = await requireServer(this.#servers, scope, ref);
    const drift = await this.#store.get(scope, ref);
    const contracts = drift && (await this.#store.contracts(scope, drift));
    if (!contracts) {
      return undefined;
    }
    return {
      version: drift.version,
      snapshot: drift.snapshot,
      firstSeenAt: drift.firstSeenAt,
      lastSeenAt: drift.lastSeenAt,
      diff: this.#judge.diff(contracts),
      smallestVersion: await this.#smallestVersion(scope, ref, contracts),
      acknowledgement: drift.acknowledgement,
      mayResolve: mayPublish,
    };
  }

  /** The servers in scope that drift. */
  async list(scope: Scope, page: PageQuery): Promise<Page<DriftingServer>> {
    const { items, totalItems } = await this.#store.list(scope, page);
    const drifting: DriftingServer[] = [];
    // One after another: only what no answer has shown yet is compared here.
    for (const drift of items) {
      const worst = await this.#classOf(scope, drift);
      if (worst) {
        drifting.push({
          server: drift.server,
          version: drift.version,
          firstSeenAt: drift.firstSeenAt,
          class: worst,
          acknowledged: drift.acknowledgement !== undefined,
        });
      }
    }
    return { totalItems, items: drifting };
  }

  /**
   * Says that a drift is known, and why it may stay.
   *
   * @throws NotFoundError when the scope has no such server
   * @throws NotAllowedError when the caller may not publish its versions
   * @throws ConflictError when it is not what is live, or does not drift
   */
  async acknowledge(
    scope: Scope,
    ref: string,
    request: { snapshot: string; reason: string },
    act: { by: string; at: Date },
  ): Promise<Drift> {
    await requireManageable(this.#servers, scope, ref);
    const reason = readReason(request.reason, 'leaving the drift as it is');
    const drift = await this.#store.get(scope, ref);
    const acknowledged =
      drift?.snapshot === request.snapshot &&
      (await this.#store.acknowledge(scope, drift, {
        by: act.by,
        at: act.at.toISOString(),
        reason,
      }));
    const known = acknowledged && (await this.get(scope, ref));
    // Another contract may have come to be live in this very moment.
    if (!known || known.snapshot !== request.snapshot) {
      throw new ConflictError(
        `Snapshot ${request.snapshot} is not what '${ref}' ${
          drift ? 'offers by now' : 'drifts to: what is live is published'
        }. Look at its drift again.`,
      );
    }
    return known;
  }

  async #classOf(scope: Scope, drift: KeptDrift) {
    const known = this.#judge.recall(drift);
    if (known) {
      return known;
    }
    const contracts = await this.#store.contracts(scope, drift);
    // It may have ended in this very moment.
    return contracts && this.#judge.judge(this.#judge.diff(contracts)).class;
  }

  async #smallestVersion(
    scope: Scope,
    ref: string,
    { live }: DriftContracts,
  ): Promise<string> {
    const history = await this.#versions.history(scope, ref);
    const { smallestVersion } = await proposeVersionFetching({
      ...publishedVersions(scope, ref, history?.versions ?? [], this.#versions),
      contract: live,
      severities: this.#judge.severities,
    });
    return smallestVersion;
  }
}
