import type { ContractInput } from '@mcp-portal/mcp-contract';

/** A contract with these tools, all of them without parameters. */
export function aContract(...tools: string[]): ContractInput {
  return {
    tools: tools.map(name => ({ name, inputSchema: { type: 'object' } })),
    capabilities: {},
  };
}
