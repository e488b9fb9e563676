import {
  compareContracts,
  type CompareOptions,
  type Contract,
  type ContractDiff,
} from '@mcp-portal/mcp-contract';

import type { ContractFile } from './contractIn';

/** A file, and what it is called in messages. */
export interface NamedContract extends ContractFile {
  name: string;
}

/**
 * Compares two files. Of a list of tools nothing else is known: then only tools
 * are compared, for the rest would look as if it had come or gone.
 */
export function compareFiles(
  before: NamedContract,
  after: NamedContract,
  settings: CompareOptions = {},
): { diff: ContractDiff; notes: string[] } {
  const toolsOnly = before.toolsOnly || after.toolsOnly;
  const part = ({ snapshot }: NamedContract) =>
    toolsOnly ? toolsOf(snapshot.contract) : snapshot.contract;
  const partial = before.toolsOnly ? before : after;
  return {
    diff: compareContracts(part(before), part(after), settings),
    notes:
      before.toolsOnly === after.toolsOnly
        ? []
        : [`Only tools were compared: ${partial.name} has nothing else.`],
  };
}

function toolsOf({ tools }: Contract): Contract {
  return {
    tools,
    prompts: [],
    resources: [],
    resourceTemplates: [],
    capabilities: {},
  };
}
