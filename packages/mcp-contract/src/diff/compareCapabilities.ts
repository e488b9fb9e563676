import { toPointer } from '../canonical/ContractError';
import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../canonical/JsonValue';
import { compareCodeUnits } from '../canonical/writeCanonicalJson';
import { type ContractFinding, placeOf } from './ContractFinding';
import { quote } from './quote';
import { sameJson } from './sameJson';

/** All differences between what two servers say they can do. */
export function compareCapabilities(
  before: JsonObject,
  after: JsonObject,
): ContractFinding[] {
  return compareMembers(before, after, []);
}

function compareMembers(
  before: JsonObject,
  after: JsonObject,
  path: readonly string[],
): ContractFinding[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .sort(compareCodeUnits)
    .flatMap(name =>
      compareCapability(getOwn(before, name), getOwn(after, name), [
        ...path,
        name,
      ]),
    );
}

function compareCapability(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: readonly string[],
): ContractFinding[] {
  if (sameJson(before, after)) {
    return [];
  }
  if (isJsonObject(before) && isJsonObject(after)) {
    return compareMembers(before, after, path);
  }
  const { rule, says } = judge(before, after);
  return [
    {
      where: placeOf({}, toPointer(['capabilities', ...path]), before, after),
      rule,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      message: `The capability ${quote(path.join('.'))} ${says}.`,
    },
  ];
}

function judge(before: JsonValue | undefined, after: JsonValue | undefined) {
  const was = isOffered(before);
  const is = isOffered(after);
  if (was && is) {
    return { rule: 'capability-changed', says: 'has another value' };
  }
  if (was) {
    return { rule: 'capability-removed', says: 'is no longer offered' };
  }
  return is
    ? { rule: 'capability-added', says: 'is offered now' }
    : {
        rule: 'capability-denied',
        says: 'is not offered, which is said in another way',
      };
}

/** A flag that says no promises as much as none. */
function isOffered(capability: JsonValue | undefined): boolean {
  return capability !== undefined && capability !== false;
}
