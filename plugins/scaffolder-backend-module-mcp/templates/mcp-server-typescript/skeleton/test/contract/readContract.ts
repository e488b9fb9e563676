import { readFileSync, writeFileSync } from 'node:fs';

import type { Client } from '@modelcontextprotocol/client';

import { canonical } from './canonical.js';

const FILE = new URL('../../contract.json', import.meta.url);

/** What a client is promised, in the form of contract.json. */
export async function readLiveContract(client: Client): Promise<unknown> {
  const capabilities = client.getServerCapabilities() ?? {};
  const { tools, prompts, resources } = capabilities;
  return canonical({
    capabilities,
    instructions: client.getInstructions(),
    prompts: prompts ? (await client.listPrompts()).prompts : [],
    resources: resources ? (await client.listResources()).resources : [],
    resourceTemplates: resources
      ? (await client.listResourceTemplates()).resourceTemplates
      : [],
    tools: tools ? (await client.listTools()).tools : [],
  });
}

/** What contract.json promises: `mcp-portal` checks and publishes that. */
export function readContractFile(): unknown {
  return canonical(JSON.parse(readFileSync(FILE, 'utf8')));
}

export function writeContractFile(contract: unknown): void {
  writeFileSync(FILE, JSON.stringify(contract));
}
