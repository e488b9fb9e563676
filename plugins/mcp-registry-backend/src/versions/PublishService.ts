import type {
  Deprecation,
  GateReport,
  PublishReceipt,
  PublishRequest,
  ServerVersion,
} from '@mcp-portal/plugin-mcp-registry-common';
import { ConflictError } from '@backstage/errors';
import { isDeepStrictEqual } from 'node:util';

import type { Scope } from '../access';
import type { IntrospectionStore } from '../introspection/IntrospectionStore';
import type { ServerStore } from '../servers/ServerStore';
import type { CompatibilityGate } from './CompatibilityGate';
import { GateRefusal } from './GateRefusal';
import {
  readPublishRequest,
  refuseUnknownChanges,
  type Wanted,
} from './readPublishRequest';
import { requireManageable } from './requireManageable';
import type { VersionHistory, VersionStore } from './VersionStore';

/** Of those who publish at once, one gets through each time. */
const MAX_TRIES = 30;

/** Who publishes, and when; for what was published elsewhere before, also what became of it. */
export interface Publication {
  by: string;
  at?: Date;
  deprecation?: Deprecation;
}

/**
 * Publishes versions, through the compatibility gate.
 */
export class PublishService {
  readonly #servers: ServerStore;
  readonly #introspection: IntrospectionStore;
  readonly #versions: VersionStore;
  readonly #gate: CompatibilityGate;

  constructor(options: {
    servers: ServerStore;
    introspection: IntrospectionStore;
    versions: VersionStore;
    gate: CompatibilityGate;
  }) {
    this.#servers = options.servers;
    this.#introspection = options.introspection;
    this.#versions = options.versions;
    this.#gate = options.gate;
  }

  /**
   * @throws NotFoundError when the scope has no such server
   * @throws NotAllowedError when the caller may not publish, or overrule
   * @throws InputError when what is given can't be published at all
   * @throws GateRefusal when the gate refuses it
   * @throws ConflictError when the version has another content, or what is
   *   live is not what is meant
   */
  async publish(
    scope: Scope,
    ref: string,
    request: PublishRequest,
    publication: Publication,
  ): Promise<PublishReceipt> {
    const server = await requireManageable(this.#servers, scope, ref);
    const wanted = await readPublishRequest(request, {
      scope,
      server,
      act: {
        by: publication.by,
        at: (publication.at ?? new Date()).toISOString(),
      },
      introspection: this.#introspection,
    });
    // It is judged outside the transaction that keeps it: should another version
    // come in between, it is judged again, with that one.
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const receipt = await this.#tryOnce(scope, ref, wanted, publication);
      if (receipt) {
        return receipt;
      }
    }
    throw new ConflictError(
      `Too many others change the versions of '${ref}' right now. Try again.`,
    );
  }

  /** Undefined when the versions changed meanwhile. */
  async #tryOnce(
    scope: Scope,
    ref: string,
    wanted: Wanted,
    publication: Publication,
  ): Promise<PublishReceipt | undefined> {
    const history = (await this.#versions.history(scope, ref)) ?? {
      revision: 0,
      versions: [],
    };
    // After the history was read: the order of versions is that of their instants.
    const publishedAt = publication.at ?? new Date();
    const report = await this.#judge(scope, ref, wanted, history);
    const published = history.versions.find(
      item => item.version === wanted.version,
    );
    if (published) {
      return this.#repeat(scope, ref, wanted, { published, report, history });
    }
    refuseUnknownChanges(wanted, report);
    if (!report.accepted && !wanted.override && !wanted.dryRun) {
      throw new GateRefusal(ref, report);
    }
    if (wanted.dryRun) {
      const passes = report.accepted || wanted.override;
      return { outcome: passes ? 'would-publish' : 'would-refuse', report };
    }
    const kept = await this.#versions.publish(
      scope,
      ref,
      {
        version: wanted.version,
        sha256: wanted.sha256,
        snapshot: wanted.snapshot,
        serverJson: wanted.serverJson,
        changelog: wanted.changelog,
        publishedAt,
        publishedBy: publication.by,
        base: report.base,
        verdict: report.diff?.verdict ?? 'none',
        changes: report.diff?.changes ?? [],
        requiredBump: report.requiredBump,
        smallestVersion: report.smallestVersion,
        override: report.accepted ? undefined : wanted.override,
        acceptance: wanted.acceptance,
        deprecation: publication.deprecation,
      },
      history.revision,
    );
    if (!kept) {
      return undefined;
    }
    const after = await this.#versions.history(scope, ref);
    return {
      outcome: 'published',
      version: after?.versions.find(item => item.version === wanted.version),
      report,
    };
  }

  #judge(
    scope: Scope,
    ref: string,
    wanted: Wanted,
    history: VersionHistory,
  ): Promise<GateReport> {
    return this.#gate.judge(
      scope,
      ref,
      {
        version: wanted.version,
        contract: wanted.contract,
        sha256: wanted.sha256,
        accepted: wanted.acceptance?.changes ?? [],
      },
      history,
    );
  }

  /** The very same is published already, or its number is used up. */
  async #repeat(
    scope: Scope,
    ref: string,
    wanted: Wanted,
    known: {
      published: ServerVersion;
      report: GateReport;
      history: VersionHistory;
    },
  ): Promise<PublishReceipt> {
    const { published, report, history } = known;
    const advice = `The smallest version that this contract can have is ${report.smallestVersion}.`;
    if (published.status === 'deleted') {
      throw new ConflictError(
        `${wanted.version} of '${ref}' was deleted, and its number is not used again. ${advice}`,
      );
    }
    const kept = await this.#versions.get(scope, ref, wanted.version);
    const sameServerJson =
      !wanted.serverJson ||
      isDeepStrictEqual(wanted.serverJson, kept?.serverJson);
    if (!kept || kept.snapshot !== wanted.sha256 || !sameServerJson) {
      throw new ConflictError(
        `${wanted.version} of '${ref}' is published with another ${
          sameServerJson ? 'contract' : 'server.json'
        }, and a published version never changes. ${advice}`,
      );
    }
    return {
      outcome: 'unchanged',
      version: wanted.dryRun ? undefined : published,
      report: await this.#gate.recall(scope, ref, kept, history),
    };
  }
}
