import { toolListText, type Contract } from '@mcp-portal/mcp-contract';

/**
 * The tokenizer's time grows with the square of such a run. No real text has
 * one so long; a hostile one is cut, which costs at most a token each time.
 */
const LONG_RUN = /[\p{L}\p{M}]{256}|[^\p{L}\p{M}\p{N}\s]{256}|\s{256}/gu;

/**
 * How many tokens a model reads to load the list of tools, by the o200k_base
 * encoding.
 */
export async function countTokens(
  contract: Pick<Contract, 'tools'>,
): Promise<number> {
  // Its table of two megabytes is loaded only when something is counted.
  const tokenizer = await import('gpt-tokenizer/encoding/o200k_base');
  // Names of special tokens are text like any other in a description.
  const asText = { disallowedSpecial: new Set<string>() };
  return inShortRuns(toolListText(contract)).reduce(
    (sum, part) => sum + tokenizer.countTokens(part, asText),
    0,
  );
}

function inShortRuns(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: run } of text.matchAll(LONG_RUN)) {
    parts.push(text.slice(from, index + run.length));
    from = index + run.length;
  }
  parts.push(text.slice(from));
  return parts;
}
