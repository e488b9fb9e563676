import type { JsonValue } from '../canonical/JsonValue';
import {
  type ContractFinding,
  type ItemPlace,
  placeOf,
} from './ContractFinding';
import { quoteSmall } from './quote';
import { sameJson } from './sameJson';

/** A field that has a meaning of its own, and the rules for it. */
export interface ComparedField {
  name: string;
  /** As a sentence calls it, for example `title`. */
  label: string;
  /** The label is a plural. */
  plural?: true;
  rule: string | { added: string; removed: string; changed: string };
}

interface FieldOwner {
  item: ItemPlace;
  /** As a sentence calls it, for example `tool "search"`. */
  subject: string;
  /** JSON pointer to the object that has the fields, in the item. */
  pointer: string;
  /** The same before, when it is elsewhere there. */
  beforePointer?: string;
}

/** Compares those fields of two objects. */
export function compareFields(
  before: object,
  after: object,
  fields: readonly ComparedField[],
  owner: FieldOwner,
): ContractFinding[] {
  return fields.flatMap(field => {
    const was = (before as { [name: string]: JsonValue | undefined })[
      field.name
    ];
    const is = (after as { [name: string]: JsonValue | undefined })[field.name];
    return sameJson(was, is) ? [] : [fieldFinding(field, was, is, owner)];
  });
}

function fieldFinding(
  field: ComparedField,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  owner: FieldOwner,
): ContractFinding {
  const kind = kindOf(before, after);
  const { item, subject, pointer, beforePointer = pointer } = owner;
  const place = placeOf(item, `${pointer}/${field.name}`, before, after);
  if (before !== undefined) {
    place.beforePointer = `${beforePointer}/${field.name}`;
    place.pointer = place.afterPointer ?? place.beforePointer;
  }
  return {
    where: place,
    rule: typeof field.rule === 'string' ? field.rule : field.rule[kind],
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    message: `The ${field.label} of ${subject} ${verb(
      kind,
      field.plural,
    )}${fromTo(before, after)}.`,
  };
}

function kindOf(before: unknown, after: unknown) {
  if (before === undefined) {
    return 'added';
  }
  return after === undefined ? 'removed' : 'changed';
}

function verb(kind: 'added' | 'removed' | 'changed', plural?: true): string {
  if (kind === 'changed') {
    return kind;
  }
  return `${plural ? 'were' : 'was'} ${kind}`;
}

function fromTo(before?: JsonValue, after?: JsonValue): string {
  const was = quoteSmall(before);
  const is = quoteSmall(after);
  if (was !== undefined && is !== undefined) {
    return ` from ${was} to ${is}`;
  }
  const only = before === undefined ? is : undefined;
  return only === undefined ? '' : `: ${only}`;
}
