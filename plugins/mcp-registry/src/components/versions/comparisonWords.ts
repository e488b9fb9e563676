import type {
  ComparedContract,
  Comparison,
} from '@mcp-portal/plugin-mcp-registry-common';

/** `2.1.0`, `what is live`, or the beginning of a snapshot. */
export function contractName(compared: ComparedContract): string {
  if (compared.name === 'live') {
    return 'what is live';
  }
  return compared.version ?? compared.name.slice(0, 12);
}

/** Whether one may move from the first to the second, in a sentence. */
export function comparisonWords(comparison: Comparison): string {
  const from = contractName(comparison.from);
  const to = contractName(comparison.to);
  switch (comparison.diff.verdict) {
    case 'breaking':
      return `Moving from ${from} to ${to} may break what works.`;
    case 'additive':
      return `Moving from ${from} to ${to} is safe: it only adds.`;
    case 'behavioural':
      return `Moving from ${from} to ${to} breaks nothing, but models may act differently.`;
    case 'cosmetic':
      return `Moving from ${from} to ${to} is safe: only the looks differ.`;
    default:
      return `From ${from} to ${to} nothing changes.`;
  }
}
