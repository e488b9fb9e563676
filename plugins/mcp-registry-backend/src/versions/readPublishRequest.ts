import type {
  Act,
  GateReport,
  PublishRequest,
} from '@mcp-portal/plugin-mcp-registry-common';
import { InputError, NotAllowedError } from '@backstage/errors';

import type { Scope } from '../access';
import type { IntrospectionStore } from '../introspection/IntrospectionStore';
import type { StoredServer } from '../servers/ServerStore';
import { type ChosenContract, chooseContract } from './chooseContract';
import { readServerJson } from './readServerJson';
import { readChangelog, readReason, readVersion } from './readText';

/** A request that was read and found sound. */
export interface Wanted extends ChosenContract {
  version: string;
  changelog?: string;
  serverJson?: object;
  override?: Act;
  acceptance?: Act & { changes: string[] };
  dryRun: boolean;
}

/**
 * Reads what is to be published.
 *
 * @param options - `act`: who asks for it, and when
 * @throws NotAllowedError when the caller may not overrule the gate
 * @throws InputError when it can't be published at all
 * @throws ConflictError when what is live is not what is meant
 */
export async function readPublishRequest(
  request: PublishRequest,
  options: {
    scope: Scope;
    server: StoredServer;
    act: { by: string; at: string };
    introspection: IntrospectionStore;
  },
): Promise<Wanted> {
  const { scope, server, act, introspection } = options;
  const { override, accept } = request;
  if ((override || accept) && !server.mayOverride) {
    throw new NotAllowedError(
      `Only platform admins may overrule the compatibility gate for '${server.ref}'. Publish it as the version that the gate asks for.`,
    );
  }
  const version = readVersion(request.version);
  return {
    version,
    changelog: readChangelog(request.changelog),
    serverJson:
      request.serverJson &&
      readServerJson(request.serverJson, {
        version,
        name: server.declared.registryName,
      }),
    override: override && {
      ...act,
      reason: readReason(override.reason, 'overruling the gate'),
    },
    acceptance: accept && {
      ...act,
      reason: readReason(accept.reason, 'accepting changes'),
      changes: accept.changes,
    },
    dryRun: request.dryRun ?? false,
    ...(await chooseContract(scope, server.ref, request, introspection)),
  };
}

/**
 * @throws InputError when changes are to be accepted that the version does not
 *   have, or that are decided
 */
export function refuseUnknownChanges(wanted: Wanted, report: GateReport): void {
  const undecided = new Set(
    [
      ...(report.diff?.changes ?? []),
      ...(report.successor?.diff.changes ?? []),
    ].flatMap(change => (change.undecided ? change.id : [])),
  );
  const unknown = wanted.acceptance?.changes.filter(id => !undecided.has(id));
  if (unknown?.length) {
    throw new InputError(
      `accept.changes has ${unknown
        .slice(0, 3)
        .join(', ')}: this version has no undecided ${
        unknown.length === 1 ? 'change of that id' : 'changes of these ids'
      }. Publish with dryRun to see those that it has.`,
    );
  }
}
