import { isJsonObject, type JsonValue } from './JsonValue';

/** What in a schema forbids some rewriting elsewhere in it. */
export interface SchemaSurvey {
  /**
   * A reference points at a place, by a path through more than named schemas:
   * `#/anyOf/1` means another schema when the branches are sorted, and
   * `#/items` means nothing when `items: true` is left out.
   */
  placesMatter: boolean;
  /**
   * Something looks at what was evaluated: with `unevaluatedProperties` about,
   * `additionalProperties: true` is more than its absence.
   */
  evaluationMatters: boolean;
}

/** Reads the whole of a schema, data included: a false alarm does no harm. */
export function surveySchema(schema: JsonValue): SchemaSurvey {
  const survey = { placesMatter: false, evaluationMatters: false };
  visit(schema, survey);
  return survey;
}

const REFERENCE_KEYWORDS = ['$ref', '$dynamicRef', '$recursiveRef'];

function visit(value: JsonValue, survey: SchemaSurvey): void {
  if (Array.isArray(value)) {
    value.forEach(item => visit(item, survey));
    return;
  }
  if (!isJsonObject(value)) {
    return;
  }
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (key === 'unevaluatedProperties' || key === 'unevaluatedItems') {
      survey.evaluationMatters = true;
    } else if (typeof member === 'string' && REFERENCE_KEYWORDS.includes(key)) {
      noteReference(member, survey);
    }
    visit(member, survey);
  }
}

/** Containers whose named schemas stay where they are in the canonical form. */
const STABLE_POINTER =
  /^(?:\/(?:\$defs|definitions|properties|patternProperties|dependentSchemas)\/[^/]*)*$/;

function noteReference(reference: string, survey: SchemaSurvey): void {
  if (!reference.startsWith('#')) {
    // What is out there may hold `unevaluatedProperties`.
    survey.evaluationMatters = true;
  }
  const fragment = decodeFragment(reference);
  const isPointer = fragment === undefined || fragment.startsWith('/');
  if (isPointer && !STABLE_POINTER.test(fragment ?? '/')) {
    survey.placesMatter = true;
  }
}

/** Undefined when the percent-encoding is broken. */
function decodeFragment(reference: string): string | undefined {
  const hash = reference.indexOf('#');
  try {
    return hash < 0 ? '' : decodeURIComponent(reference.slice(hash + 1));
  } catch {
    return undefined;
  }
}
