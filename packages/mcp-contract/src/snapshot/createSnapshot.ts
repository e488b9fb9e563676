import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { ContractError } from '../canonical/ContractError';
import { copyJson } from '../canonical/copyJson';
import type { JsonValue } from '../canonical/JsonValue';
import { writeCanonicalJson } from '../canonical/writeCanonicalJson';
import type { Contract, ContractInput, Snapshot } from './contract';
import { SNAPSHOT_LIMITS } from './limits';
import { readContract } from './readContract';

/**
 * Makes the snapshot of a contract: the same SHA-256 for the same meaning,
 * however a server happens to write it, and another one for any other.
 *
 * @param input - what an MCP client returned, all pages of each list together
 * @throws {@link ContractError} when what is given is no contract: it says
 *   where (a JSON pointer), what is wrong and what to do
 * @public
 */
export function createSnapshot(input: ContractInput): Snapshot {
  const contract = readContract(copyJson(input, SNAPSHOT_LIMITS));
  // What readContract returns is plain JSON; only its interfaces hide it.
  const canonicalJson = writeCanonicalJson(contract as unknown as JsonValue);
  return nameSnapshot(canonicalJson, JSON.parse(canonicalJson));
}

/**
 * Reads the text of a snapshot back, as `canonicalJson` gave it. The rules of
 * this package's canonical form are not applied again, so that a text that an
 * earlier release made keeps its name.
 *
 * @throws {@link ContractError} when the text is not RFC 8785 JSON of a
 *   contract; for anything else than a snapshot's own text use
 *   {@link createSnapshot}
 * @public
 */
export function parseSnapshot(canonicalJson: string): Snapshot {
  const parsed = copyJson(parseJson(canonicalJson), SNAPSHOT_LIMITS);
  const { tools, prompts, resources, resourceTemplates, capabilities } =
    readContract(parsed);
  const written = writeCanonicalJson(parsed);
  const complete = {
    capabilities,
    prompts,
    resourceTemplates,
    resources,
    tools,
  };
  const missing = Object.keys(complete).find(
    field => !Object.prototype.hasOwnProperty.call(parsed, field),
  );
  if (written !== canonicalJson || missing) {
    throw new ContractError({
      code: 'not-canonical',
      path: '',
      problem: missing
        ? `"${missing}" is missing`
        : 'the text is not in RFC 8785 form',
      advice: 'Give the canonicalJson of a snapshot, or use createSnapshot',
    });
  }
  return nameSnapshot(canonicalJson, parsed as unknown as Contract);
}

function nameSnapshot(canonicalJson: string, contract: Contract): Snapshot {
  const bytes = utf8ToBytes(canonicalJson);
  if (bytes.length > SNAPSHOT_LIMITS.maxSizeBytes) {
    throw new ContractError({
      code: 'too-large',
      path: '',
      problem: `it is ${bytes.length} bytes long, more than ${SNAPSHOT_LIMITS.maxSizeBytes}`,
      advice: 'Offer less in one server, or split it in two',
    });
  }
  return {
    sha256: bytesToHex(sha256(bytes)),
    canonicalJson,
    contract,
    sizeBytes: bytes.length,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ContractError({
      code: 'invalid-json',
      path: '',
      problem: `the text is not JSON: ${
        error instanceof Error ? error.message : error
      }`,
      advice: 'Give the canonicalJson of a snapshot',
    });
  }
}
