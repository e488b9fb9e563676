import {
  getOwn,
  isJsonObject,
  type JsonValue,
} from '../../canonical/JsonValue';
import {
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
} from '../../canonical/keywords';
import type { Spot } from './Findings';
import { type Pair, spotOf } from './Pair';
import type { State } from './State';
import { isListed } from './valueLists';
import { quoted } from './wording';

/** Keywords that decide what is valid, or only help others to. */
const MEANINGFUL = new Set([
  ...SCHEMA_KEYWORDS,
  ...SCHEMA_LIST_KEYWORDS,
  ...SCHEMA_MAP_KEYWORDS,
  '$anchor',
  '$comment',
  '$dynamicAnchor',
  '$dynamicRef',
  '$id',
  '$recursiveAnchor',
  '$recursiveRef',
  '$ref',
  '$schema',
  '$vocabulary',
  'const',
  'dependentRequired',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'maxContains',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minContains',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'pattern',
  'required',
  'type',
  'uniqueItems',
]);

const RULES: ReadonlyMap<string, string> = new Map([
  ['title', 'title-changed'],
  ['description', 'description-changed'],
  ['default', 'default-changed'],
  ['example', 'examples-changed'],
  ['examples', 'examples-changed'],
  ['deprecated', 'annotation-changed'],
  ['readOnly', 'annotation-changed'],
  ['writeOnly', 'annotation-changed'],
  ['contentEncoding', 'annotation-changed'],
  ['contentMediaType', 'annotation-changed'],
]);

const WORDS: ReadonlyMap<string, string> = new Map([
  ['deprecated', 'mark `deprecated`'],
  ['readOnly', 'mark `readOnly`'],
  ['writeOnly', 'mark `writeOnly`'],
  ['contentEncoding', 'content encoding'],
  ['contentMediaType', 'content type'],
]);

/** `contentSchema` is about what a text holds; validators do not look. */
MEANINGFUL.delete('contentSchema');

/** Annotations whose `false` says what their absence says. */
const FALSE_BY_DEFAULT = new Set(['deprecated', 'readOnly', 'writeOnly']);

/** What is said beside what is allowed: texts, defaults, unknown keywords. */
export function compareTexts(pair: Pair): void {
  const before = annotationsOf(pair.before);
  const after = annotationsOf(pair.after);
  for (const keyword of new Set([...before.keys(), ...after.keys()])) {
    const were = before.get(keyword) ?? [];
    const are = after.get(keyword) ?? [];
    const gone = without(were, are);
    const come = without(are, were);
    if (gone.length > 0 || come.length > 0) {
      pair.mention(RULES.get(keyword) ?? 'keyword-changed', {
        before: gone[0] ?? (come.length > 0 ? undefined : were[0]),
        after: come[0],
        message: messageOf(pair, keyword, gone[0]?.value, come[0]?.value),
      });
    }
  }
}

function annotationsOf({ nodes }: State): Map<string, Spot[]> {
  const annotations = new Map<string, Spot[]>();
  for (const node of nodes) {
    if (isJsonObject(node.json)) {
      for (const keyword of Object.keys(node.json)) {
        const value = getOwn(node.json, keyword);
        const isSilent = FALSE_BY_DEFAULT.has(keyword) && value === false;
        if (!MEANINGFUL.has(keyword) && !isSilent) {
          const spots = annotations.get(keyword) ?? [];
          spots.push(spotOf(node, keyword));
          annotations.set(keyword, spots);
        }
      }
    }
  }
  return annotations;
}

function without(spots: readonly Spot[], others: readonly Spot[]): Spot[] {
  const values = others.map(({ value }) => value ?? null);
  return spots.filter(({ value }) => !isListed(values, value ?? null));
}

function messageOf(
  pair: Pair,
  keyword: string,
  was: JsonValue | undefined,
  is: JsonValue | undefined,
): string {
  const of = ` of ${pair.object}`;
  const what = RULES.has(keyword)
    ? `The ${WORDS.get(keyword) ?? keyword}${of}`
    : `The keyword \`${keyword}\`${of}`;
  if (was === undefined) {
    return `${what} was added: ${quoted(is ?? null)}.`;
  }
  if (is === undefined) {
    return `${what} was removed; it was ${quoted(was)}.`;
  }
  return `${what} is now ${quoted(is)}; it was ${quoted(was)}.`;
}
