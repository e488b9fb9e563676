import { toolListText, type Contract } from '@mcp-portal/mcp-contract';
import { countTokens as countPart } from 'gpt-tokenizer/encoding/o200k_base';

/**
 * The tokenizer's time grows with the square of such a run. No real text has
 * one so long; a hostile one is cut, which costs at most a token each time.
 */
const LONG_RUN = /[\p{L}\p{M}]{256}|[^\p{L}\p{M}\p{N}\s]{256}|\s{256}/gu;

/** What looks like a special token is only text here. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/**
 * How many tokens a model reads to load the list of tools, by the o200k_base
 * encoding.
 */
export function countTokens(contract: Pick<Contract, 'tools'>): number {
  return inShortRuns(toolListText(contract)).reduce(
    (sum, part) => sum + countPart(part, AS_TEXT),
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
