import type { JsonObject, JsonSchema } from '../../../canonical/JsonValue';
import { EQUIVALENCES, REPLACEMENTS } from './equivalences';
import { NARROWINGS } from './narrowings';
import {
  breaks,
  object,
  type Move,
  type SchemaPair,
  type Side,
  type ValueCase,
} from './SchemaPair';
import { WHOLE_SCHEMA_PAIRS } from './wholeSchemaPairs';

const SIDES: Side[] = ['input', 'output'];

/**
 * Where a value's schema can stand in a tool's schema. In each of them less
 * is accepted by the whole when less is accepted there.
 */
export const PLACES: Record<string, (value: JsonSchema) => JsonObject> = {
  property: value => object({ value }),
  items: value => object({ list: { type: 'array', items: value } }),
  nested: value => object({ outer: object({ value }) }),
  map: value =>
    object({ map: { type: 'object', additionalProperties: value } }),
  branch: value => object({ value: { anyOf: [value, { const: 7.5 }] } }),
  part: value => object({ value: { allOf: [value] } }),
  definition: value =>
    object({ value: { $ref: '#/$defs/Value' } }, { $defs: { Value: value } }),
};

/** The corpus picked by hand: each case as a property, in both directions, on both sides. */
export const PICKED_PAIRS: SchemaPair[] = [
  ...WHOLE_SCHEMA_PAIRS,
  ...pairsAt('property'),
];

/** The same cases at every other place. */
export const GENERATED_PAIRS: SchemaPair[] = Object.keys(PLACES)
  .filter(place => place !== 'property')
  .flatMap(pairsAt);

function pairsAt(place: string): SchemaPair[] {
  return SIDES.flatMap(side => [
    ...NARROWINGS.flatMap(value => [
      pair(side, place, value, 'narrowed'),
      pair(side, place, reversed(value), 'widened'),
    ]),
    ...EQUIVALENCES.map(value => pair(side, place, value, 'same')),
    ...REPLACEMENTS.map(value => pair(side, place, value, 'neither')),
  ]);
}

function pair(
  side: Side,
  place: string,
  { subject, before, after }: ValueCase,
  move: Move,
): SchemaPair {
  const whole = PLACES[place];
  return {
    id: [side, subject, move, place].join('.'),
    side,
    subject,
    place,
    move,
    before: whole(before),
    after: whole(after),
    expected: breaks(side, move) ? 'breaking' : 'safe',
  };
}

function reversed({ subject, before, after }: ValueCase): ValueCase {
  return { subject, before: after, after: before };
}
