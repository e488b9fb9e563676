import { readFile } from 'node:fs/promises';

import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ContractError, createSnapshot } from '@mcp-portal/mcp-contract';

import { withoutStack } from '../../problems';
import type { ChosenTool } from './code/toolFile';

/**
 * What the generated server promises, as it says it. Its instructions are the
 * description in the project's package.json, as the skeleton has it.
 */
export async function contractOf(
  tools: readonly ChosenTool[],
  projectPath: string,
): Promise<string> {
  const instructions = await readDescription(projectPath);
  const contract = {
    capabilities: { tools: {} },
    ...(instructions !== undefined && { instructions }),
    prompts: [],
    resourceTemplates: [],
    resources: [],
    tools: tools
      .map(({ tool }) => tool)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  try {
    createSnapshot(contract);
  } catch (error) {
    if (error instanceof ContractError) {
      throw withoutStack(
        new InputError(
          `The tools make no contract: ${error.message} Choose fewer operations.`,
        ),
      );
    }
    throw error;
  }
  return JSON.stringify(contract);
}

async function readDescription(
  projectPath: string,
): Promise<string | undefined> {
  const path = resolveSafeChildPath(projectPath, 'package.json');
  const text = await readFile(path, 'utf8').catch(() => '{}');
  const { description }: { description?: unknown } = JSON.parse(text);
  return typeof description === 'string' && description !== ''
    ? description
    : undefined;
}
