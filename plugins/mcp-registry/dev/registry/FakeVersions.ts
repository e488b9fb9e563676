import { NotFoundError } from '@backstage/errors';
import {
  compareContracts,
  createSnapshot,
  judgeVersion,
  proposeVersion,
  type Contract,
} from '@mcp-portal/mcp-contract';
import type {
  Act,
  ComparedContract,
  Comparison,
  Drift,
  GateReport,
  PublishReceipt,
  PublishRequest,
  ServerVersion,
  ServerVersionDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import { blastRadius, type FakeConsumer } from './fakeConsumers';
import { conflict } from './conflict';
import { fakeVersion, markLatest } from './fakeHistory';
import { minutesAgo, type FakeServer } from './FakeServer';

const ME = 'user:default/amara.okafor';

/** What the registry does with the versions of one server. */
export class FakeVersions {
  readonly #server: FakeServer;
  readonly #consumers: FakeConsumer[];

  constructor(server: FakeServer, consumers: FakeConsumer[]) {
    this.#server = server;
    this.#consumers = consumers;
  }

  list(): ServerVersionDetail[] {
    const live = this.#server.contract && createSnapshot(this.#server.contract);
    return this.#server.versions.map(version => ({
      ...version,
      live: version.snapshot === live?.sha256,
    }));
  }

  get(name: string): ServerVersionDetail {
    const found = this.list().find(({ version }) => version === name);
    if (!found) {
      throw new NotFoundError(`No version ${name} of this server`);
    }
    return found;
  }

  publish(request: PublishRequest): PublishReceipt {
    const { version, dryRun, override, accept } = request;
    const report = this.#judge(request);
    const known = this.#server.versions.find(one => one.version === version);
    if (known?.snapshot === report.snapshot) {
      return { outcome: 'unchanged', report };
    }
    if (dryRun) {
      return {
        outcome: report.accepted ? 'would-publish' : 'would-refuse',
        report,
      };
    }
    if (!report.accepted && !override) {
      throw conflict(`${version} is refused`, report);
    }
    const act = (reason: string): Act => ({ by: ME, at: this.#now(), reason });
    const published = fakeVersion(
      {
        version,
        contract: this.#live(),
        daysAgo: -1 / 24 / 2,
        by: ME,
        changelog: request.changelog,
        override: override && act(override.reason),
        acceptance: accept && act(accept.reason),
      },
      this.#server.versions,
      new Date(),
    );
    this.#server.versions = markLatest([published, ...this.#server.versions]);
    this.#server.detail = { ...this.#server.detail, version };
    return { outcome: 'published', version: published, report };
  }

  compare(from: string, to: string): Comparison {
    const [before, after] = [this.#named(from), this.#named(to)];
    const diff = compareContracts(before.contract, after.contract);
    return {
      from: before,
      to: after,
      diff,
      breaks: blastRadius(diff, this.#consumers, before.version),
    };
  }

  drift(): Drift | undefined {
    const latest = this.#server.versions.find(version => version.latest);
    if (!latest || !this.#server.contract) {
      return undefined;
    }
    const { contract, sha256 } = createSnapshot(this.#server.contract);
    if (sha256 === latest.snapshot) {
      return undefined;
    }
    return {
      version: latest.version,
      snapshot: sha256,
      firstSeenAt: minutesAgo(60 * 52, new Date(this.#now())),
      lastSeenAt: this.#now(),
      diff: compareContracts(latest.contract, contract),
      smallestVersion: proposeVersion({
        published: this.#kept(),
        contract,
      }).smallestVersion,
      acknowledgement: this.#server.driftAcknowledgement,
      mayResolve: this.#server.detail.mayPublish,
    };
  }

  acknowledge(reason: string): Drift {
    this.#server.driftAcknowledgement = { by: ME, at: this.#now(), reason };
    return this.drift()!;
  }

  change(name: string, changes: Partial<ServerVersion>): ServerVersion {
    this.get(name);
    this.#server.versions = markLatest(
      this.#server.versions.map(version =>
        version.version === name ? { ...version, ...changes } : version,
      ),
    );
    return this.get(name);
  }

  deprecate(
    name: string,
    given: { reason: string; replacement?: string; sunsetOn?: string },
  ): ServerVersion {
    return this.change(name, {
      status: 'deprecated',
      deprecation: { by: ME, at: this.#now(), ...given },
    });
  }

  delete(name: string, reason?: string): ServerVersion {
    const on = this.#consumers.filter(({ version }) => version === name);
    if (on.length > 0 && !reason) {
      throw conflict(
        `${on.length} agents depend on ${name}`,
        blastRadius(undefined, on),
      );
    }
    return this.change(name, {
      status: 'deleted',
      deletion: { by: ME, at: this.#now(), reason: reason ?? '' },
    });
  }

  #judge({ version, accept }: PublishRequest): GateReport {
    const { contract, sha256 } = createSnapshot(this.#live());
    const judged = judgeVersion({
      published: this.#kept(),
      version,
      contract,
    });
    const open = judged.diff?.changes.filter(
      change =>
        change.class === 'breaking' && !accept?.changes.includes(change.id),
    );
    return {
      ...judged,
      accepted: judged.accepted || (Boolean(accept) && open?.length === 0),
      version,
      snapshot: sha256,
      breaks: blastRadius(judged.diff, this.#consumers, judged.base),
    };
  }

  #kept(): ServerVersionDetail[] {
    return this.#server.versions.filter(({ status }) => status !== 'deleted');
  }

  #live(): Contract {
    if (!this.#server.contract) {
      throw new NotFoundError('The server has never answered');
    }
    return this.#server.contract;
  }

  #named(name: string): ComparedContract {
    if (name === 'live') {
      const { contract, sha256 } = createSnapshot(this.#live());
      return { name, snapshot: sha256, contract };
    }
    const { version, snapshot, contract } = this.get(name);
    return { name, version, snapshot, contract };
  }

  #now(): string {
    return this.#server.detail.health.lastGoodAt ?? new Date().toISOString();
  }
}
