import {
  type Contract,
  ContractError,
  type ContractInput,
  createSnapshot,
  type Snapshot,
} from '@mcp-portal/mcp-contract';
import { ConflictError, InputError } from '@backstage/errors';

import type { Scope } from '../access';
import type { IntrospectionStore } from '../introspection/IntrospectionStore';

/** The contract that is to be published. */
export interface ChosenContract {
  sha256: string;
  contract: Contract;
  /** Absent when the registry has it already. */
  snapshot?: Snapshot;
}

/**
 * Takes the contract that is given, or what the server was last seen to offer.
 *
 * @throws InputError when what is given is no contract
 * @throws ConflictError when the server does not offer what is meant
 */
export async function chooseContract(
  scope: Scope,
  ref: string,
  request: {
    contract: ContractInput | Contract | 'live';
    expectedSnapshot?: string;
  },
  store: IntrospectionStore,
): Promise<ChosenContract> {
  const { contract, expectedSnapshot } = request;
  if (contract === 'live') {
    return takeLive(scope, ref, expectedSnapshot, store);
  }
  if (expectedSnapshot) {
    throw new InputError(
      'expectedSnapshot goes with contract: "live". Leave it out, or publish what is live.',
    );
  }
  const snapshot = readSnapshot(contract);
  return { sha256: snapshot.sha256, contract: snapshot.contract, snapshot };
}

async function takeLive(
  scope: Scope,
  ref: string,
  expected: string | undefined,
  store: IntrospectionStore,
): Promise<ChosenContract> {
  const live = await store.getSnapshot(scope, ref);
  if (!live) {
    throw new ConflictError(
      `'${ref}' has never answered, so nothing of it is known to be live. Have it asked, or give the contract itself.`,
    );
  }
  if (expected && expected !== live.snapshot) {
    throw new ConflictError(
      `'${ref}' offers another contract by now: ${live.snapshot}, not ${expected}. Look at what changed, then publish that.`,
    );
  }
  if (live.stale && !expected) {
    throw new ConflictError(
      `'${ref}' did not answer when it was last asked; what is known is its last good answer, of ${live.lastSeenAt}. To publish that one, name it: expectedSnapshot ${live.snapshot}.`,
    );
  }
  return { sha256: live.snapshot, contract: live.contract };
}

function readSnapshot(contract: ContractInput | Contract): Snapshot {
  try {
    return createSnapshot(contract);
  } catch (error) {
    if (error instanceof ContractError) {
      throw new InputError(error.message);
    }
    throw error;
  }
}
