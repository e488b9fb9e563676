import type { ContractInput } from '@mcp-portal/mcp-contract';

import type { AskOptions } from './AskOptions';
import { MethodNotFound, readPages } from './readPages';

/**
 * Reads everything that a connected server promises: all pages of each list
 * that its capabilities announce, one after another.
 *
 * @throws {@link ContractReadError} when a list is missing, never ends, or is
 *   longer than 5,000 items on 200 pages; and whatever the client throws when
 *   the server does not answer
 * @public
 */
export async function readContract(
  options: AskOptions,
): Promise<ContractInput> {
  const { client } = options;
  const capabilities = client.getServerCapabilities() ?? {};
  const read = (announced: unknown, method: string, field: string) =>
    announced ? readPages({ ...options, method, field }) : [];

  // A list that is announced and then unknown is an error, not an empty list:
  // the contract would look as if everything had been removed. Templates are
  // the exception: `resources` announces two lists, and many have only one.
  return {
    tools: await read(capabilities.tools, 'tools/list', 'tools'),
    prompts: await read(capabilities.prompts, 'prompts/list', 'prompts'),
    resources: await read(
      capabilities.resources,
      'resources/list',
      'resources',
    ),
    resourceTemplates: await emptyIfUnknown(async () =>
      read(
        capabilities.resources,
        'resources/templates/list',
        'resourceTemplates',
      ),
    ),
    capabilities,
    instructions: client.getInstructions(),
  };
}

async function emptyIfUnknown(list: () => Promise<object[]>) {
  try {
    return await list();
  } catch (error) {
    if (error instanceof MethodNotFound) {
      return [];
    }
    throw error;
  }
}
