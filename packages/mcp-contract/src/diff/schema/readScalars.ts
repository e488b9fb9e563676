import { getOwn, type JsonValue } from '../../canonical/JsonValue';
import { isTighter } from './bounds';
import { toRatio } from './exactNumbers';
import { typeMask } from './jsonTypes';
import { readCount, type Reading, reject } from './reading';

/** True when the keyword is one that says something of values of any kind. */
export function readScalars(
  reading: Reading,
  keyword: string,
  value: JsonValue,
): boolean {
  const { core } = reading;
  switch (keyword) {
    case 'type':
      core.types = typeMask(value);
      return core.types !== undefined || reject(reading, keyword);
    case 'enum':
      if (!Array.isArray(value)) {
        return reject(reading, keyword);
      }
      (core.values ??= []).push({ keyword, values: value });
      return true;
    case 'const':
      (core.values ??= []).push({ keyword, values: [value] });
      return true;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return readBound(reading, keyword, value);
    case 'multipleOf':
      return readStep(reading, value);
    case 'minLength':
    case 'maxLength':
      return readCount(reading, keyword, value);
    case 'pattern':
    case 'format':
      if (typeof value !== 'string') {
        return reject(reading, keyword);
      }
      core[keyword] = value;
      return true;
    default:
      return false;
  }
}

function readBound(
  reading: Reading,
  keyword: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum',
  value: JsonValue,
): boolean {
  const { core, json } = reading;
  const isLow = keyword === 'minimum' || keyword === 'exclusiveMinimum';
  const isPlain = keyword === 'minimum' || keyword === 'maximum';
  if (typeof value === 'boolean' && !isPlain) {
    // Draft 04: it says how `minimum` is meant. OpenAPI 3.0 writes so, too.
    return false;
  }
  if (typeof value !== 'number') {
    return reject(reading, keyword);
  }
  const twin = isLow ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const bound = {
    value,
    exclusive: !isPlain || getOwn(json, twin) === true,
    keyword,
  };
  const other = isLow ? core.low : core.high;
  if (!other || isTighter(bound, other, isLow)) {
    core[isLow ? 'low' : 'high'] = bound;
  }
  return true;
}

function readStep(reading: Reading, value: JsonValue): boolean {
  const ratio =
    typeof value === 'number' && value > 0 ? toRatio(value) : undefined;
  if (!ratio) {
    return reject(reading, 'multipleOf');
  }
  reading.core.step = { ratio, value: value as number };
  return true;
}
