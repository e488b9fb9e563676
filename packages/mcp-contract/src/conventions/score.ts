import type { ConventionReport } from './convention';

/** How much a convention counts, by its severity. */
export const SEVERITY_WEIGHTS = Object.freeze({
  error: 5,
  warning: 2,
  info: 1,
});

/**
 * 0 to 100: the share of places where a convention is kept, averaged over the
 * conventions that were checked, weighted by severity, rounded down. So 100
 * says that nothing is broken, and to mend a place never lowers it.
 */
export function scoreOf(conventions: ConventionReport['conventions']): number {
  const checked = conventions.filter(({ outcome }) => outcome !== 'skipped');
  const total = sum(checked.map(({ severity }) => SEVERITY_WEIGHTS[severity]));
  const kept = sum(
    checked.map(
      convention =>
        SEVERITY_WEIGHTS[convention.severity] *
        (1 - convention.broken / convention.checked),
    ),
  );
  return total === 0 ? 100 : Math.floor((100 * kept) / total);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
