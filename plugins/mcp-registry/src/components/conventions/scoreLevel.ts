import type { HealthLevel } from '@mcp-portal/plugin-mcp-registry-common';

/** How good a score is, in the four levels of all pages. */
export function scoreLevel(score: number | undefined): HealthLevel {
  if (score === undefined) {
    return 'unknown';
  }
  if (score >= 90) {
    return 'good';
  }
  return score >= 70 ? 'attention' : 'problem';
}

/** `+4`, `−12`, `±0` */
export function shownDifference(score: number, before: number): string {
  const difference = Math.round(score) - Math.round(before);
  if (difference === 0) {
    return '±0';
  }
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
