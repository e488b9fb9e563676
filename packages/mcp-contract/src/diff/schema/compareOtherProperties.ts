import type { Comparison } from './Comparison';
import type { Spot } from './Findings';
import type { Pair } from './Pair';
import type { State } from './State';
import { otherPropertiesPath, patternPath } from './wording';

/** Properties that are not listed: by pattern, and all others. */
export function compareOtherProperties(
  comparison: Comparison,
  pair: Pair,
): void {
  compareOthers(comparison, pair, undefined);
  const patterns = new Set([
    ...pair.before.view.objects.patterns,
    ...pair.after.view.objects.patterns,
  ]);
  for (const pattern of [...patterns].sort()) {
    compareOthers(comparison, pair, pattern);
  }
}

function compareOthers(
  comparison: Comparison,
  pair: Pair,
  pattern: string | undefined,
): void {
  const { prover } = comparison;
  const matched = new Set(pattern === undefined ? [] : [pattern]);
  const was = pair.before.view.objects.others(matched);
  const is = pair.after.view.objects.others(matched);
  const path =
    pattern === undefined
      ? otherPropertiesPath(pair.path)
      : patternPath(pair.path, pattern);
  const wasClosed = prover.isEmptyInside(was);
  const isClosed = prover.isEmptyInside(is);
  if (wasClosed && isClosed) {
    return;
  }
  const spots = {
    before: spotOfOthers(pair.before, pattern),
    after: spotOfOthers(pair.after, pattern),
  };
  const which =
    pattern === undefined
      ? 'other properties'
      : `properties that match \`${pattern}\``;
  if (isClosed) {
    pair.report('additional-properties-closed', 'narrowed', {
      ...spots,
      message: `${pair.subject} may no longer have ${which}.`,
    });
  } else if (wasClosed) {
    pair.report('additional-properties-opened', 'widened', {
      ...spots,
      message: `${pair.subject} may now have ${which}.`,
    });
  } else if (was.elements.length === 0 && is.elements.length > 0) {
    pair.report('additional-properties-restricted', 'narrowed', {
      ...spots,
      message: `In ${pair.object}, ${which} must now fit a schema; they could be anything.`,
    });
  } else if (is.elements.length === 0 && was.elements.length > 0) {
    pair.report('additional-properties-unrestricted', 'widened', {
      ...spots,
      message: `In ${pair.object}, ${which} can now be anything; they had to fit a schema.`,
    });
  } else {
    comparison.compareInside(pair, was, is, path);
  }
}

function spotOfOthers(
  { view }: State,
  pattern: string | undefined,
): Spot | undefined {
  for (const { patterns, closer, node } of view.cores) {
    const schema = pattern === undefined ? undefined : patterns?.get(pattern);
    if (schema) {
      return { pointer: schema.pointer, value: schema.json };
    }
    if (closer) {
      return {
        pointer: node.pointerTo(closer.keyword),
        value: closer.schema.json,
      };
    }
  }
  return undefined;
}
