import type { JsonValue } from '../canonical/JsonValue';
import type { ChangePlace } from './change';

/** One difference, before its rule says what it means. */
export interface ContractFinding {
  where: ChangePlace;
  /** Id of one of `CHANGE_RULES`. */
  rule: string;
  before?: JsonValue;
  after?: JsonValue;
  message: string;
  renamedTo?: string;
}

/** An item of the contract, or the contract itself. */
export type ItemPlace = Pick<
  ChangePlace,
  'tool' | 'prompt' | 'resource' | 'resourceTemplate'
>;

/**
 * The place of a value in an item; whether it is there before and after
 * follows from the values.
 */
export function placeOf(
  item: ItemPlace,
  pointer: string,
  before: unknown,
  after: unknown,
): ChangePlace {
  return {
    ...item,
    pointer,
    ...(before === undefined ? {} : { beforePointer: pointer }),
    ...(after === undefined ? {} : { afterPointer: pointer }),
  };
}
