import type { ConventionReport } from '@mcp-portal/mcp-contract';

type Checked = ConventionReport['conventions'][number];

const SEVERITY_ORDER = ['error', 'warning', 'info'];

/** The conventions of one outcome, the most severe first, then the most broken. */
export function byUrgency(
  conventions: Checked[],
  outcome: Checked['outcome'],
): Checked[] {
  return conventions
    .filter(convention => convention.outcome === outcome)
    .sort(
      (a, b) =>
        SEVERITY_ORDER.indexOf(a.severity) -
          SEVERITY_ORDER.indexOf(b.severity) || b.broken - a.broken,
    );
}
