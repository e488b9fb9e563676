import {
  createSnapshot,
  judgeVersion,
  type Change,
  type Contract,
} from '@mcp-portal/mcp-contract';
import type {
  Act,
  Deprecation,
  ServerVersionDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import { minutesAgo } from './FakeServer';

/** A version to be made up; what it changed follows from its contract. */
export interface FakeRelease {
  version: string;
  contract: Contract;
  daysAgo: number;
  by?: string;
  changelog?: string;
  override?: Act;
  acceptance?: Act;
  deprecation?: Deprecation;
  deletion?: Act;
}

/** Publishes versions one after the other; gives them newest first. */
export function fakeHistory(
  releases: FakeRelease[],
  now: Date,
): ServerVersionDetail[] {
  const versions: ServerVersionDetail[] = [];
  for (const release of releases) {
    versions.unshift(fakeVersion(release, versions, now));
  }
  return markLatest(versions);
}

/** The newest active release is the latest, and no other. */
export function markLatest(
  versions: ServerVersionDetail[],
): ServerVersionDetail[] {
  const latest = versions.find(
    ({ status, version }) => status === 'active' && !version.includes('-'),
  );
  return versions.map(version => ({ ...version, latest: version === latest }));
}

export function fakeVersion(
  release: FakeRelease,
  published: ServerVersionDetail[],
  now: Date,
): ServerVersionDetail {
  const { version, daysAgo, by, deprecation, deletion } = release;
  const { contract, sha256 } = createSnapshot(release.contract);
  const { base, diff } = judgeVersion({ published, version, contract });
  const changes = diff?.changes ?? [];
  return {
    version,
    status: statusOf(release),
    snapshot: sha256,
    publishedAt: minutesAgo(daysAgo * 24 * 60 + 73, now),
    publishedBy: by ?? 'user:default/amara.okafor',
    changelog: release.changelog,
    base,
    verdict: diff?.verdict ?? 'none',
    counts: countsOf(changes),
    highlights: changes.slice(0, 3).map(change => change.message),
    override: release.override,
    acceptance: release.acceptance,
    deprecation,
    deletion,
    latest: false,
    live: false,
    tools: contract.tools.length,
    sample: true,
    contract,
    baseContract: published.find(one => one.version === base)?.contract,
    changes,
  };
}

function statusOf({ deprecation, deletion }: FakeRelease) {
  if (deletion) {
    return 'deleted';
  }
  return deprecation ? 'deprecated' : 'active';
}

function countsOf(changes: Change[]) {
  const counts = { breaking: 0, additive: 0, behavioural: 0, cosmetic: 0 };
  for (const change of changes) {
    counts[change.class] += 1;
  }
  return counts;
}
