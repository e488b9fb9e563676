import {
  ContractError,
  createSnapshot,
  type ContractInput,
  type Snapshot,
} from '@mcp-portal/mcp-contract';

import { CliError } from '../CliError';
import { plainText } from '../output/plainText';

/** A contract, and how much of it the file has. */
export interface ContractFile {
  snapshot: Snapshot;
  /** It is a list of tools: nothing is known about the rest. */
  toolsOnly: boolean;
}

const LISTS = ['tools', 'prompts', 'resources', 'resourceTemplates'];
const MORE_THAN_TOOLS = [...LISTS.slice(1), 'capabilities', 'instructions'];

const EXPECTED =
  "Give what 'mcp-portal snapshot' writes, or the result of tools/list";

/**
 * Finds the contract in a file's JSON: a snapshot, the result of `tools/list`
 * with or without its JSON-RPC response, or an array of tools.
 *
 * @param name - of the file, for messages
 * @throws CliError when there is none, or a faulty one: says which tool and why
 */
export function contractIn(json: unknown, name: string): ContractFile {
  const found = unwrap(json, name);
  const toolsOnly = !MORE_THAN_TOOLS.some(field => field in found);
  try {
    return { snapshot: createSnapshot(found), toolsOnly };
  } catch (error) {
    throw error instanceof ContractError
      ? new CliError(`${name}: ${namingTheTool(error, found)}`)
      : error;
  }
}

function unwrap(json: unknown, name: string): ContractInput {
  if (Array.isArray(json)) {
    if (json.length > 0 && !json.some(looksLikeTool)) {
      throw new CliError(
        `${name} holds a list, but not of tools. ${EXPECTED}.`,
      );
    }
    return { tools: json };
  }
  if (!isObject(json)) {
    throw new CliError(`${name} holds no contract. ${EXPECTED}.`);
  }
  if (isObject(json.error) && !('tools' in json)) {
    throw new CliError(
      `${name} holds a JSON-RPC error (${plainText(
        String(json.error.code),
        20,
      )}), not a contract. Ask the server again. ${EXPECTED}.`,
    );
  }
  const inner = isObject(json.result) ? json.result : json;
  if (inner.nextCursor) {
    throw new CliError(
      `${name} holds one page of tools/list of several: it has a nextCursor. Read all of them, for example with 'mcp-portal snapshot'.`,
    );
  }
  if (!LISTS.some(field => field in inner)) {
    throw new CliError(`${name} holds no contract. ${EXPECTED}.`);
  }
  return inner as ContractInput;
}

function looksLikeTool(item: unknown): boolean {
  return isObject(item) && ('inputSchema' in item || 'name' in item);
}

/** The name says more than its place in the list. */
function namingTheTool(error: ContractError, input: ContractInput): string {
  const [, index] = /^\/tools\/(\d+)(\/|$)/.exec(error.path) ?? [];
  const tool =
    index === undefined ? undefined : (input.tools?.[+index] as unknown);
  return isObject(tool) && typeof tool.name === 'string'
    ? `the tool ${JSON.stringify(plainText(tool.name, 128))} is refused. ${
        error.message
      }`
    : error.message;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
