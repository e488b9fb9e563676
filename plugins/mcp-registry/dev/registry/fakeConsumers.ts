import { satisfies } from 'semver';
import type { ContractDiff } from '@mcp-portal/mcp-contract';
import type {
  AgentSummary,
  BlastRadius,
  Consumer,
  ConsumerProgress,
  ServerVersion,
  VersionLine,
} from '@mcp-portal/plugin-mcp-registry-common';

export type FakeConsumer = Consumer;

/** The agents of a server, each with the newest version that it takes. */
export function consumersOf(
  ref: string,
  agents: AgentSummary[],
  versions: ServerVersion[],
): FakeConsumer[] {
  const kept = versions.filter(({ status }) => status !== 'deleted');
  return agents.flatMap(agent => {
    const use = agent.servers.find(one => one.serverRef === ref);
    if (!use) {
      return [];
    }
    const { versionRange, tools } = use;
    const taken = kept.find(({ version }) =>
      satisfies(version, versionRange ?? '*'),
    );
    return [
      {
        ref: agent.ref,
        name: agent.name,
        title: agent.title,
        owner: agent.owner,
        versionRange,
        version: taken?.version,
        tools,
      },
    ];
  });
}

export function progressOf(
  consumers: FakeConsumer[],
  versions: ServerVersion[],
): ConsumerProgress {
  const lines = new Map<string, VersionLine>();
  for (const { version, status, deprecation } of versions) {
    if (status !== 'deleted' && !lines.has(lineOf(version))) {
      lines.set(lineOf(version), {
        line: lineOf(version),
        newest: version,
        status,
        older: lines.size > 0,
        sunsetOn: deprecation?.sunsetOn,
        replacement: deprecation?.replacement,
        consumers: consumers.filter(
          one => one.version && lineOf(one.version) === lineOf(version),
        ),
      });
    }
  }
  return {
    lines: [...lines.values()],
    unmet: consumers.filter(({ version }) => !version),
    callsKnown: false,
  };
}

/** Whom a difference breaks; without one, all of them. */
export function blastRadius(
  diff: ContractDiff | undefined,
  consumers: FakeConsumer[],
  base?: string,
): BlastRadius {
  const touched = new Set(
    diff?.changes
      .filter(change => change.class === 'breaking')
      .map(({ where }) => where.tool),
  );
  const teams = new Map<string, BlastRadius['teams'][number]>();
  for (const { version, versionRange, tools, ...one } of consumers) {
    const broken = diff ? tools?.filter(tool => touched.has(tool)) : tools;
    const onIt = !base || !versionRange || satisfies(base, versionRange);
    if (onIt && (!diff || touched.size > 0) && broken?.length !== 0) {
      const team = teams.get(one.owner.ref) ?? {
        owner: one.owner,
        dependents: [],
      };
      team.dependents.push({ ...one, versionRange, tools: broken });
      teams.set(one.owner.ref, team);
    }
  }
  const sorted = [...teams.values()].sort(
    (a, b) => b.dependents.length - a.dependents.length,
  );
  return {
    total: sorted.reduce((sum, team) => sum + team.dependents.length, 0),
    teams: sorted,
  };
}

function lineOf(version: string): string {
  const [major, minor] = version.split('.');
  return major === '0' ? `0.${minor}.x` : `${major}.x`;
}
