import type {
  Dimension,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { FilterMenu } from '@mcp-portal/plugin-mcp-react';
import { DIMENSION_WORDS, valueName } from '../usage';
import { DimensionValues } from './DimensionValues';

/** The filter by one dimension, whose values are searched by the backend. */
export const DimensionMenu = (props: {
  dimension: Dimension;
  filter: UsageFilter;
  selected: string[];
  onChange: (selected: string[]) => void;
}) => {
  const { dimension, selected } = props;
  return (
    <FilterMenu
      title={DIMENSION_WORDS[dimension].one}
      chosen={selected.map(value => valueName(dimension, { value }))}
      width={340}
    >
      <DimensionValues {...props} />
    </FilterMenu>
  );
};
