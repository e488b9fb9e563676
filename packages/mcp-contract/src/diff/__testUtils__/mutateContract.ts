import type { JsonValue } from '../../canonical/JsonValue';
import { createSnapshot } from '../../snapshot';
import type { Contract } from '../../snapshot/contract';

type Container = { [key: string]: JsonValue } | JsonValue[];

const VALUES: readonly JsonValue[] = [
  null,
  true,
  false,
  0,
  7,
  '',
  'text',
  'string',
  'https://example.com',
  [],
  ['a', 'b'],
  {},
  { type: 'string' },
  { $ref: '#' },
  { $ref: '#/$defs/a' },
  { allOf: [{ $ref: '#' }, { type: ['object', 'null'] }] },
  [{ type: 'integer' }, { enum: [1, 'a', null] }],
];

const KEYS = [
  'type',
  'enum',
  'properties',
  'required',
  'additionalProperties',
  'anyOf',
  'oneOf',
  'not',
  'items',
  '$ref',
  'description',
  'minimum',
  'pattern',
  'required',
  '__proto__',
];

/**
 * Changes a few places of a contract, chosen by `pick`; undefined when what
 * came out is no contract.
 */
export function mutateContract(
  contract: Contract,
  times: number,
  pick: () => number,
): Contract | undefined {
  const copy = JSON.parse(JSON.stringify(contract)) as Container;
  for (let time = 0; time < times; time++) {
    mutateOnce(copy, pick);
  }
  try {
    return createSnapshot(copy as object).contract;
  } catch {
    return undefined;
  }
}

function mutateOnce(root: Container, pick: () => number) {
  const containers = containersIn(root);
  const target = containers[pick() % containers.length];
  const value = structuredClone(VALUES[pick() % VALUES.length]);
  if (Array.isArray(target)) {
    const index = pick() % (target.length + 1);
    target.splice(index, pick() % 2, ...(pick() % 2 ? [value] : []));
    return;
  }
  const keys = Object.keys(target);
  const known = keys[pick() % Math.max(1, keys.length)];
  const change = pick() % 4;
  if (change === 0 && known !== undefined) {
    delete target[known];
  } else if (change === 1 && known !== undefined) {
    target[known] = value;
  } else if (change === 2) {
    target[KEYS[pick() % KEYS.length]] = value;
  } else {
    const other = containers[pick() % containers.length];
    target[KEYS[pick() % KEYS.length]] = JSON.parse(JSON.stringify(other));
  }
}

function containersIn(value: JsonValue): Container[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return [value, ...Object.values(value).flatMap(containersIn)];
}
