import {
  type Bound,
  type Core,
  COUNT_KEYWORDS,
  type CountKeyword,
} from './elements';
import { commonMultiple, type Ratio } from './exactNumbers';
import { isTighter } from './bounds';

/** Something that is said, and the core that says it. */
export interface Said<T> {
  value: T;
  core: Core;
}

/** What several cores say of scalars and of sizes, the tightest of each. */
export interface Limits {
  low: Said<Bound> | undefined;
  high: Said<Bound> | undefined;
  step: Ratio | undefined;
  counts: Partial<Record<CountKeyword, Said<number>>>;
  patterns: Map<string, Core>;
  formats: Map<string, Core>;
}

/** Reads each core once: a hostile state has thousands. */
export function findLimits(cores: readonly Core[]): Limits {
  const limits: Limits = {
    low: undefined,
    high: undefined,
    step: undefined,
    counts: {},
    patterns: new Map(),
    formats: new Map(),
  };
  for (const core of cores) {
    limits.low = tightest(limits.low, core, 'low');
    limits.high = tightest(limits.high, core, 'high');
    if (core.step) {
      limits.step = combine(limits.step, core.step.ratio);
    }
    if (core.counts) {
      addCounts(limits, core);
    }
    if (core.pattern !== undefined && !limits.patterns.has(core.pattern)) {
      limits.patterns.set(core.pattern, core);
    }
    if (core.format !== undefined && !limits.formats.has(core.format)) {
      limits.formats.set(core.format, core);
    }
  }
  return limits;
}

/** Thousands of steps would make a number of thousands of digits. */
const MAX_NUMERATOR = 10n ** 100n;

function combine(one: Ratio | undefined, other: Ratio): Ratio {
  if (!one) {
    return other;
  }
  return one.numerator > MAX_NUMERATOR ? one : commonMultiple(one, other);
}

function tightest(
  best: Said<Bound> | undefined,
  core: Core,
  end: 'low' | 'high',
): Said<Bound> | undefined {
  const value = core[end];
  return value && (!best || isTighter(value, best.value, end === 'low'))
    ? { value, core }
    : best;
}

function addCounts({ counts }: Limits, core: Core): void {
  for (const keyword of COUNT_KEYWORDS) {
    const value = core.counts?.[keyword];
    const best = counts[keyword];
    const isBetter =
      value !== undefined &&
      (!best ||
        (keyword.startsWith('min') ? value > best.value : value < best.value));
    if (isBetter) {
      counts[keyword] = { value, core };
    }
  }
}
