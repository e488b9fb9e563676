import { isMultiple } from './exactNumbers';
import type { Spot } from './Findings';
import { FRACTION, NUMBER, STRING } from './jsonTypes';
import type { Said } from './limits';
import { compareCounts } from './compareCounts';
import { type Pair, spotIn, spotOf } from './Pair';
import type { Bound, Core } from './elements';
import { isTighter } from './bounds';
import type { View } from './View';
import { quoted } from './wording';

/** Numbers and texts, of the types that both allow. */
export function compareScalars(pair: Pair, types: number): void {
  if ((types & NUMBER) !== 0) {
    compareBound(pair, 'low');
    compareBound(pair, 'high');
    compareStep(pair);
  }
  if ((types & STRING) !== 0) {
    compareCounts(pair, {
      min: 'minLength',
      max: 'maxLength',
      rule: 'length',
      one: 'character',
      many: 'characters',
    });
    comparePatterns(pair);
    compareFormats(pair);
  }
}

function compareBound(pair: Pair, end: 'low' | 'high'): void {
  const was = pair.before.view.effective(end);
  const is = pair.after.view.effective(end);
  const isLow = end === 'low';
  const tightened = is && (!was || isTighter(is, was, isLow));
  const loosened = was && (!is || isTighter(was, is, isLow));
  if (!tightened && !loosened) {
    return;
  }
  const [before, after] = [pair.before.view[end], pair.after.view[end]];
  pair.report(
    tightened ? 'range-tightened' : 'range-loosened',
    tightened ? 'narrowed' : 'widened',
    {
      before: spotOfBound(before),
      after: spotOfBound(after),
      message: boundMessage(pair.subject, isLow, before?.value, after?.value),
    },
  );
}

function spotOfBound(said: Said<Bound> | undefined): Spot | undefined {
  return said && spotOf(said.core.node, said.value.keyword, said.value.value);
}

function boundMessage(
  subject: string,
  isLow: boolean,
  was: Bound | undefined,
  is: Bound | undefined,
): string {
  const textOf = ({ value, exclusive }: Bound) => {
    if (exclusive) {
      return `${isLow ? 'more' : 'less'} than ${value}`;
    }
    return `at ${isLow ? 'least' : 'most'} ${value}`;
  };
  const limit = isLow ? 'lower limit' : 'upper limit';
  if (!is) {
    return `${subject} has no ${limit} any more; it was ${textOf(was!)}.`;
  }
  return was
    ? `${subject} is now ${textOf(is)}; it was ${textOf(was)}.`
    : `${subject} is now ${textOf(is)}; it had no ${limit}.`;
}

function compareStep(pair: Pair): void {
  const was = stepOf(pair.before.view);
  const is = stepOf(pair.after.view);
  const stillFits = !is || (was !== undefined && isMultiple(was, is));
  const didFit = !was || (is !== undefined && isMultiple(is, was));
  if (stillFits && didFit) {
    return;
  }
  const before = spotIn(pair.before, 'multipleOf', ({ step }) => step);
  const after = spotIn(pair.after, 'multipleOf', ({ step }) => step);
  if (!before && !after) {
    // Integers and fractions: that is a matter of types.
    return;
  }
  const text = (spot: Spot | undefined) =>
    spot
      ? `a multiple of ${quoted(spot.value ?? null)}`
      : 'any number of its type';
  const message = `${pair.subject} is now ${text(after)}; it was ${text(
    before,
  )}.`;
  if (stillFits) {
    pair.report('multiple-of-loosened', 'widened', { before, after, message });
  } else if (didFit) {
    pair.report('multiple-of-tightened', 'narrowed', {
      before,
      after,
      message,
    });
  } else {
    pair.report('multiple-of-changed', 'changed', { before, after, message });
  }
}

function stepOf({ step, types }: View) {
  return (
    step ??
    ((types & FRACTION) === 0 ? { numerator: 1n, denominator: 1n } : undefined)
  );
}

interface Texts {
  was: ReadonlyMap<string, Core>;
  is: ReadonlyMap<string, Core>;
}

function differences({ was, is }: Texts) {
  return {
    gone: [...was].find(([text]) => !is.has(text)),
    came: [...is].find(([text]) => !was.has(text)),
  };
}

function comparePatterns(pair: Pair): void {
  const { gone, came } = differences({
    was: pair.before.view.textPatterns,
    is: pair.after.view.textPatterns,
  });
  const before = gone && spotOf(gone[1].node, 'pattern');
  const after = came && spotOf(came[1].node, 'pattern');
  if (gone && came) {
    pair.report('pattern-changed', 'changed', {
      before,
      after,
      message: `${pair.subject} must now match \`${came[0]}\`; it had to match \`${gone[0]}\`. Whether what matched before still does can not be decided.`,
    });
  } else if (came) {
    pair.report('pattern-added', 'narrowed', {
      after,
      message: `${pair.subject} must now match \`${came[0]}\`.`,
    });
  } else if (gone) {
    pair.report('pattern-removed', 'widened', {
      before,
      message: `${pair.subject} need no longer match \`${gone[0]}\`.`,
    });
  }
}

function compareFormats(pair: Pair): void {
  const { gone, came } = differences({
    was: pair.before.view.formats,
    is: pair.after.view.formats,
  });
  const before = gone && spotOf(gone[1].node, 'format');
  const after = came && spotOf(came[1].node, 'format');
  if (gone && came) {
    pair.report('format-changed', 'changed', {
      before,
      after,
      message: `${pair.subject} must now have the format ${quoted(
        came[0],
      )}; it was ${quoted(gone[0])}.`,
    });
  } else if (came) {
    pair.report('format-added', 'narrowed', {
      after,
      message: `${pair.subject} must now have the format ${quoted(came[0])}.`,
    });
  } else if (gone) {
    pair.report('format-removed', 'widened', {
      before,
      message: `${pair.subject} need no longer have the format ${quoted(
        gone[0],
      )}.`,
    });
  }
}
