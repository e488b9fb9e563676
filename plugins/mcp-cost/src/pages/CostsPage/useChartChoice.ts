import type { Dimension } from '@mcp-portal/plugin-mcp-cost-common';
import type { UsageAddress } from '../../components/filters';
import { SPEND_MEASURES, type SpendMeasure } from '../../components/spend';

/** By what the chart may be divided; the first is what nobody has to ask for. */
export const CHART_DIMENSIONS: readonly Dimension[] = [
  'team',
  'server',
  'agent',
  'tool',
  'model',
  'environment',
  'kind',
];

export interface ChartChoice {
  by: Dimension;
  measure: SpendMeasure;
  onBy: (by: Dimension) => void;
  onMeasure: (measure: SpendMeasure) => void;
}

/** What the chart shows, kept in the address. */
export function useChartChoice(address: UsageAddress): ChartChoice {
  const { params, update } = address;
  const by =
    CHART_DIMENSIONS.find(known => known === params.get('by')) ??
    CHART_DIMENSIONS[0];
  const measure =
    SPEND_MEASURES.find(known => known === params.get('measure')) ??
    SPEND_MEASURES[0];
  const set = (name: string, value: string, standard: string) =>
    update(next => {
      if (value === standard) {
        next.delete(name);
      } else {
        next.set(name, value);
      }
    });
  return {
    by,
    measure,
    onBy: value => set('by', value, CHART_DIMENSIONS[0]),
    onMeasure: value => set('measure', value, SPEND_MEASURES[0]),
  };
}
