import type { EntryMeasures } from '../../usage';
import type { Attributes, KeptAttribute } from '../decoding/attributes';
import { tokensOf } from './readAttributes';

const INPUT: KeptAttribute[] = [
  'gen_ai.usage.input_tokens',
  'gen_ai.usage.prompt_tokens',
];
const OUTPUT: KeptAttribute[] = [
  'gen_ai.usage.output_tokens',
  'gen_ai.usage.completion_tokens',
];
const TOTAL: KeptAttribute[] = [
  'gen_ai.usage.total_tokens',
  'llm.usage.total_tokens',
];
const FROM_CACHE: KeptAttribute[] = [
  'gen_ai.usage.cache_read.input_tokens',
  'gen_ai.usage.cache_read_input_tokens',
  'gen_ai.usage.cached_input_tokens',
  'gen_ai.usage.details.cache_read_tokens',
];
const TO_CACHE: KeptAttribute[] = [
  'gen_ai.usage.cache_creation.input_tokens',
  'gen_ai.usage.cache_creation_input_tokens',
  'gen_ai.usage.details.cache_write_tokens',
];

type Tokens = Pick<
  EntryMeasures,
  'inputTokens' | 'cachedInputTokens' | 'outputTokens'
>;

/**
 * Tokens of a model's call, the input without what came from a cache.
 *
 * By the conventions the input includes what was read from a cache and written
 * to one. Some instrumentations pass on a provider's number that excludes them:
 * seen by a total that says so, or by an input that is less than its parts.
 *
 * @throws RefusedError when a count is none
 */
export function readTokens(attributes: Attributes): Tokens {
  const input = tokensOf(attributes, INPUT) ?? 0;
  const outputTokens = tokensOf(attributes, OUTPUT) ?? 0;
  const cachedInputTokens = tokensOf(attributes, FROM_CACHE) ?? 0;
  const written = tokensOf(attributes, TO_CACHE) ?? 0;
  const total = tokensOf(attributes, TOTAL);
  const inCache = cachedInputTokens + written;
  const isExcluded =
    inCache > input ||
    (inCache > 0 && total === input + outputTokens + inCache);
  return {
    inputTokens: isExcluded ? input + written : input - cachedInputTokens,
    cachedInputTokens,
    outputTokens,
  };
}
