import type { HealthLevel } from '@mcp-portal/plugin-mcp-registry-common';

import type { Answer } from './asking/ContractAsker';

/** How long the last good answer still counts, in milliseconds. */
const GRACE_MS = 24 * 60 * 60 * 1000;

/**
 * How a server is after an attempt, in one word and one sentence.
 *
 * - good: it answered.
 * - attention: it failed now, but answered within the last day; or it only
 *   wants a credential.
 * - problem: it failed, and has not answered for a day, or never.
 * - unknown: it never answered, and the operator's rules do not let the portal
 *   ask it, or it was only just made from a template and nobody started it.
 */
export function healthAfter(
  answer: Answer,
  now: Date,
  before: { lastGoodAt?: string; justMade?: boolean } = {},
): { level: HealthLevel; reason: string } {
  if (answer.outcome === 'ok') {
    return { level: 'good', reason: `Answered in ${answer.latencyMs} ms.` };
  }
  const { lastGoodAt, justMade } = before;
  if (!lastGoodAt && justMade && answer.outcome === 'unreachable') {
    return {
      level: 'unknown',
      reason:
        'It has not answered since it was made. Start it as its README says, then have it asked again.',
    };
  }
  const reason = answer.error ?? `The attempt ended with ${answer.outcome}.`;
  if (!lastGoodAt) {
    return { level: levelWithoutGood(answer), reason };
  }
  const recent = now.getTime() - Date.parse(lastGoodAt) <= GRACE_MS;
  return { level: recent ? 'attention' : 'problem', reason };
}

function levelWithoutGood(answer: Answer): HealthLevel {
  switch (answer.outcome) {
    case 'refused':
      return 'unknown';
    case 'unauthorized':
      return 'attention';
    default:
      return 'problem';
  }
}
