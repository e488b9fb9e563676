import { useState } from 'react';
import type {
  Dimension,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { SpendSection, type SpendMeasure } from '../components/spend';
import type { AddressQuery } from '../useCostLinks';

/** Usage over time; by what, is chosen on the spot. */
export const TrendSection = (props: {
  filter: UsageFilter;
  query: AddressQuery;
  /** The first is what is shown first. */
  dimensions: readonly Dimension[];
}) => {
  const { filter, query, dimensions } = props;
  const [by, setBy] = useState(dimensions[0]);
  const [measure, setMeasure] = useState<SpendMeasure>('cost');
  return (
    <SpendSection
      filter={filter}
      query={query}
      by={by}
      measure={measure}
      dimensions={dimensions}
      onBy={setBy}
      onMeasure={setMeasure}
    />
  );
};
