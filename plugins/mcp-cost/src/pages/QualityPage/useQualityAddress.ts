import { PAGE_SIZES } from '@mcp-portal/plugin-mcp-react';
import type { QualityQuery } from '@mcp-portal/plugin-mcp-cost-common';
import { useUsageAddress, type UsageAddress } from '../../components/filters';

export const QUALITY_DIMENSIONS = ['server', 'agent', 'tool', 'model'] as const;
export type QualityDimension = (typeof QUALITY_DIMENSIONS)[number];

export interface QualityAddress extends UsageAddress {
  by: QualityDimension;
  page: number;
  pageSize: number;
  question: QualityQuery;
  lookAt: (by: QualityDimension) => void;
  turnTo: (page: number, pageSize: number) => void;
}

/** Whose quality is looked at, kept in the address. */
export function useQualityAddress(): QualityAddress {
  const usage = useUsageAddress();
  const { params, filter, update } = usage;
  const by =
    QUALITY_DIMENSIONS.find(known => known === params.get('by')) ?? 'server';
  const pageSize =
    PAGE_SIZES.find(size => String(size) === params.get('pageSize')) ??
    PAGE_SIZES[0];
  const asked = Math.trunc(Number(params.get('page') ?? 1));
  const page = asked >= 1 ? asked - 1 : 0;
  return {
    ...usage,
    by,
    page,
    pageSize,
    question: { ...filter, by, limit: pageSize, offset: page * pageSize },
    lookAt: value => update(next => next.set('by', value)),
    turnTo: (nextPage, size) =>
      update(next => {
        next.set('pageSize', String(size));
        next.set('page', String(nextPage + 1));
      }),
  };
}
