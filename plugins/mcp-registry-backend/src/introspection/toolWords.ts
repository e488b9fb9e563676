import type { ContractTool } from '@mcp-portal/mcp-contract';

import { nameWords, searchWords } from '../search/searchWords';

/** More words than this say nothing more of what a tool is for. */
const MAX_WORDS = 400;

/**
 * The words by which a tool is found: of its name, title and description, and
 * of the parameters that it takes, each once.
 */
export function toolWords(tool: ContractTool): string[] {
  const { inputSchema } = tool;
  const properties =
    typeof inputSchema === 'object' ? inputSchema.properties : undefined;
  const words = [
    ...nameWords(tool.name),
    ...searchWords(tool.title),
    ...searchWords(tool.description),
    ...Object.entries(isRecord(properties) ? properties : {}).flatMap(
      ([name, schema]) => [
        ...nameWords(name),
        ...(isRecord(schema) && typeof schema.description === 'string'
          ? searchWords(schema.description)
          : []),
      ],
    ),
  ];
  return [...new Set(words)].slice(0, MAX_WORDS);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
