import type { QualityFinding } from '@mcp-portal/plugin-mcp-cost-common';
import { useCost } from '../../components/loading';
import { daysBetween, lastDays } from '../../components/period';
import type { AddressQuery } from '../../useCostLinks';
import type { UsageAddress } from '../../components/filters';

const RECENT_DAYS = 2;

/**
 * What stands out now. A server that began to fail yesterday hardly shows in the
 * errors of a month; nothing where the period is as short, or does not hold today.
 */
export function useRecentFindings(
  address: UsageAddress,
): { findings: QualityFinding[]; query: AddressQuery } | undefined {
  const { period, dimensions } = address;
  const recent = lastDays(RECENT_DAYS);
  const within =
    period.from < recent.from &&
    period.to >= recent.to &&
    daysBetween(period.from, period.to) > RECENT_DAYS;
  const question = within
    ? { ...dimensions, ...recent, by: 'server' as const, limit: 1 }
    : undefined;
  const { value } = useCost('recent-quality', question, async (api, options) =>
    question ? api.getQuality(question, options) : undefined,
  );
  return question && value
    ? { findings: value.findings, query: { ...dimensions, ...recent } }
    : undefined;
}
