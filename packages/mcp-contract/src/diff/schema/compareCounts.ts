import type { CountKeyword } from './elements';
import type { Spot } from './Findings';
import type { Said } from './limits';
import { type Pair, spotOf } from './Pair';
import { counted } from './wording';

interface Counted {
  min: CountKeyword;
  max: CountKeyword;
  /** Without what became of it. */
  rule: string;
  one: string;
  many: string;
}

/** Lengths, and numbers of items and properties. */
export function compareCounts(pair: Pair, what: Counted): void {
  for (const keyword of [what.min, what.max]) {
    const isLow = keyword === what.min;
    const before = pair.before.view.count(keyword);
    const after = pair.after.view.count(keyword);
    const none = isLow ? 0 : Infinity;
    const was = before?.value ?? none;
    const is = after?.value ?? none;
    if (was !== is) {
      const isTightened = isLow ? is > was : is < was;
      pair.report(
        `${what.rule}-${isTightened ? 'tightened' : 'loosened'}`,
        isTightened ? 'narrowed' : 'widened',
        {
          before: spotOfCount(before, keyword),
          after: spotOfCount(after, keyword),
          message: messageOf(
            pair.subject,
            what,
            isLow,
            before?.value,
            after?.value,
          ),
        },
      );
    }
  }
}

function spotOfCount(
  said: Said<number> | undefined,
  keyword: CountKeyword,
): Spot | undefined {
  return said && spotOf(said.core.node, keyword, said.value);
}

function messageOf(
  subject: string,
  { one, many }: Counted,
  isLow: boolean,
  was: number | undefined,
  is: number | undefined,
): string {
  const text = (count: number) =>
    `at ${isLow ? 'least' : 'most'} ${counted(count, one, many)}`;
  if (is === undefined) {
    return `${subject} need no longer have ${text(was!)}.`;
  }
  return was === undefined
    ? `${subject} must now have ${text(is)}.`
    : `${subject} must now have ${text(is)}; it had to have ${text(was)}.`;
}
