import type { Drift } from '@mcp-portal/plugin-mcp-registry-common';

/** What a drift means to those who use the server. */
export function driftWords({ version, diff }: Drift): string {
  const what = `What is live is not ${version}, which is published`;
  switch (diff.verdict) {
    case 'breaking':
      return `${what}: it may break those who rely on ${version}.`;
    case 'additive':
      return `${what}: it offers more.`;
    case 'behavioural':
      return `${what}: models may act differently.`;
    default:
      return `${what}: only its looks differ.`;
  }
}
