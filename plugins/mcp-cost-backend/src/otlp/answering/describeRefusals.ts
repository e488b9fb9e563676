import type { UsageReceipt } from '@mcp-portal/plugin-mcp-cost-common';

import type { PartialSuccess } from './answers';

/**
 * What to tell of spans that were refused: how many, and for which reasons; each
 * reason once, with its first message.
 *
 * @returns undefined when none was refused
 */
export function describeRefusals(
  receipt: UsageReceipt,
  spans: number,
): PartialSuccess | undefined {
  const { refused, refusals } = receipt;
  if (refused === 0) {
    return undefined;
  }
  const reasons = new Map<string, { count: number; message: string }>();
  for (const { code, message } of refusals) {
    const reason = reasons.get(code) ?? { count: 0, message };
    reason.count++;
    reasons.set(code, reason);
  }
  const told = [...reasons]
    .map(([code, { count, message }]) => `${count} ${code} (${message})`)
    .join(', ');
  const which =
    refusals.length < refused ? `; of the first ${refusals.length}` : '';
  return {
    rejectedSpans: refused,
    errorMessage: `${refused} of ${spans} spans were refused${which}: ${told}.`,
  };
}
