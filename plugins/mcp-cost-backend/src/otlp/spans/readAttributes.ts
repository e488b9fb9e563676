import { checkTokens } from '../../ingestion/bounds';
import { cleanName } from '../../ingestion/names';
import { RefusedError } from '../../ingestion/RefusedError';
import { Attributes, KeptAttribute, NOT_UTF8 } from '../decoding/attributes';

/**
 * The first of some attributes that is there, as text.
 *
 * @throws RefusedError when it is none, or too long
 */
export function textOf(
  attributes: Attributes,
  names: readonly KeptAttribute[],
  maxLength: number,
): string | undefined {
  for (const name of names) {
    const value = attributes.get(name);
    if (value !== undefined) {
      const text = cleanName(toText(value, name), name, maxLength);
      if (text !== undefined) {
        return text;
      }
    }
  }
  return undefined;
}

function toText(
  value: NonNullable<ReturnType<Attributes['get']>>,
  name: KeptAttribute,
): string {
  if (typeof value === 'symbol') {
    throw new RefusedError(
      'invalid',
      `${name} ${value === NOT_UTF8 ? 'is not UTF-8' : 'must be text'}`,
    );
  }
  return String(value);
}

/**
 * The first of some attributes that is there, as a count of tokens.
 *
 * @throws RefusedError when it is none
 */
export function tokensOf(
  attributes: Attributes,
  names: readonly KeptAttribute[],
): number | undefined {
  const name = names.find(one => attributes.has(one));
  if (name === undefined) {
    return undefined;
  }
  const value = attributes.get(name);
  if (typeof value !== 'number') {
    throw new RefusedError('invalid', `${name} must be a number`);
  }
  return checkTokens(value, name);
}
