import type { RecordRefusal } from '@mcp-portal/plugin-mcp-cost-common';

import type { CatalogSnapshot } from '../catalog';
import { RefusedError } from '../ingestion/RefusedError';
import type { ReportedUsage, Reporter } from '../ingestion';
import type { Attribution } from '../usage';
import type { Attributor } from './Attributor';
import { CatalogIndex } from './CatalogIndex';
import { findServer } from './findServer';
import { findTeam } from './findTeam';
import { ownName } from './ownName';
import { parseServerAddress, shownAddress } from './serverAddress';
import { userRefOf } from './userRefOf';

const MAX_HINT = 200;

/** Beyond it all are forgotten, and found anew. */
const MAX_KNOWN = 20_000;

/**
 * Ties usage to the catalog as it was read last. What is the same as before is
 * given the same attribution, without looking again.
 */
export class CatalogAttributor implements Attributor {
  readonly #known = new WeakMap<CatalogSnapshot, Map<string, Attribution>>();

  attribute(
    catalog: CatalogSnapshot,
    reporter: Reporter,
    reported: ReportedUsage,
  ): Attribution | RecordRefusal {
    const known = this.#known.get(catalog) ?? new Map<string, Attribution>();
    const name = nameOf(reporter, reported);
    const before = known.get(name);
    if (before !== undefined) {
      return before;
    }
    try {
      const attribution = attribute(catalog, reporter, reported);
      if (known.size >= MAX_KNOWN) {
        known.clear();
      }
      this.#known.set(catalog, known.set(name, attribution));
      return attribution;
    } catch (error) {
      if (error instanceof RefusedError) {
        return error.toRefusal(reported.index, reported.id);
      }
      throw error;
    }
  }
}

/** All that an attribution is made of. No name has this character in it. */
function nameOf(reporter: Reporter, reported: ReportedUsage): string {
  const { serverNames, agentAliases = [] } = reported;
  return [
    reporter.teamRef,
    ...reporter.reportsFor,
    '',
    reported.kind,
    reported.team,
    reported.user,
    reported.environment,
    reported.tool,
    reported.model,
    reported.provider,
    reported.unit,
    reported.agent,
    ...agentAliases,
    '',
    ...serverNames,
  ].join('\n');
}

function attribute(
  catalog: CatalogSnapshot,
  reporter: Reporter,
  reported: ReportedUsage,
): Attribution {
  const { agent, agentAliases, user, environment, kind } = reported;
  const index = CatalogIndex.of(catalog);
  const agentNames = [agent, ...(agentAliases ?? [])].filter(
    (name): name is string => name !== undefined && name !== '',
  );
  if (agentNames.length === 0 && !user) {
    throw new RefusedError(
      'missing-agent-or-user',
      'it names neither an agent nor a user; set gen_ai.agent.name or service.name, or agent or user of a record',
    );
  }
  if (!environment) {
    throw new RefusedError(
      'missing-environment',
      'it names no environment; set the resource attribute deployment.environment.name, or environment of a record',
    );
  }
  const { teamRef, agentRef } = findTeam({
    catalog,
    index,
    reporter,
    claim: reported.team,
    agentNames,
  });
  const declared =
    agentRef === undefined
      ? []
      : catalog.agents.get(agentRef)?.serverRefs ?? [];
  const serverRef = serverOf(index, reported, declared);
  return {
    teamRef,
    environment: environment.toLowerCase(),
    kind,
    agent: agentRef ?? (agentNames.length > 0 ? ownName(agentNames[0]) : ''),
    userRef: user ? userRefOf(user) : '',
    serverRef: serverRef ?? '',
    serverHint: serverRef === undefined ? hintOf(reported.serverNames) : '',
    tool: reported.tool ?? '',
    model: reported.model ?? '',
    provider: reported.provider ?? '',
    unit: reported.unit ?? '',
  };
}

function serverOf(
  index: CatalogIndex,
  { kind, serverNames }: ReportedUsage,
  declaredRefs: readonly string[],
): string | undefined {
  if (serverNames.length > 0) {
    return findServer(index, serverNames, declaredRefs);
  }
  // Who says no more than a tool's name and has only one server to call it on.
  return kind === 'tool-call' && declaredRefs.length === 1
    ? declaredRefs[0]
    : undefined;
}

/** What a person recognises a server by: of an address no more than its host. */
function hintOf(names: readonly string[]): string {
  if (names.length === 0) {
    return '';
  }
  const address = parseServerAddress(names[0]);
  return (address ? shownAddress(address) : names[0]).slice(0, MAX_HINT);
}
