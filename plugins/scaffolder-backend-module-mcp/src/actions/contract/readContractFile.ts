import { readFile, stat } from 'node:fs/promises';

import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  ContractError,
  type ContractInput,
  createSnapshot,
  type Snapshot,
} from '@mcp-portal/mcp-contract';

import { withoutStack } from '../../problems';

/** A text with room for indentation; canonical contracts are at most 10 MB. */
const MAX_FILE_BYTES = 20_000_000;
const CONTRACT_FIELDS = ['tools', 'prompts', 'resources', 'resourceTemplates'];

/** A contract in a file of the workspace. */
export interface ContractFile {
  snapshot: Snapshot;
  /** Of the file, for who writes it back. */
  absolutePath: string;
}

/**
 * Reads the contract in a file of the workspace; nothing outside of it.
 *
 * @throws NotFoundError when there is no such file
 * @throws InputError when there is no contract in it; says where and why
 */
export async function readContractFile(
  workspacePath: string,
  path: string,
): Promise<ContractFile> {
  const absolutePath = resolveSafeChildPath(workspacePath, path);
  const text = await readBounded(absolutePath, path);
  try {
    return { absolutePath, snapshot: createSnapshot(contractIn(text)) };
  } catch (error) {
    if (error instanceof ContractError || error instanceof SyntaxError) {
      throw withoutStack(
        new InputError(`${path} holds no contract: ${error.message}`),
      );
    }
    throw error;
  }
}

async function readBounded(
  absolutePath: string,
  path: string,
): Promise<string> {
  const file = await stat(absolutePath).catch(() => undefined);
  if (!file?.isFile()) {
    throw withoutStack(
      new NotFoundError(
        `There is no file ${path} among what was made; the contract is expected there.`,
      ),
    );
  }
  if (file.size > MAX_FILE_BYTES) {
    throw withoutStack(
      new InputError(
        `${path} is ${file.size} bytes long, more than a contract may be.`,
      ),
    );
  }
  return readFile(absolutePath, 'utf8');
}

function contractIn(text: string): ContractInput {
  const parsed: unknown = JSON.parse(text);
  if (
    typeof parsed !== 'object' ||
    parsed === null ||
    !CONTRACT_FIELDS.some(field => field in parsed)
  ) {
    throw new SyntaxError(
      `it has none of ${CONTRACT_FIELDS.join(
        ', ',
      )}. Write it with 'mcp-portal snapshot'.`,
    );
  }
  return parsed as ContractInput;
}
