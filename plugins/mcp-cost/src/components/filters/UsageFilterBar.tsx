import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Dimension } from '@mcp-portal/plugin-mcp-cost-common';
import { DimensionMenu } from './DimensionMenu';
import { PeriodPicker } from './PeriodPicker';
import type { UsageAddress } from './useUsageAddress';

const ALWAYS: readonly Dimension[] = [
  'team',
  'server',
  'agent',
  'environment',
  'kind',
];

const WHEN_USED: readonly Dimension[] = ['tool', 'model', 'user'];

/** The period and the filters of a page; at the right, what one can do with it. */
export const UsageFilterBar = (props: {
  address: UsageAddress;
  /** Dimensions that are always offered here. */
  dimensions?: readonly Dimension[];
  action?: ReactNode;
}) => {
  const { address, dimensions = ALWAYS, action } = props;
  const more = WHEN_USED.filter(
    dimension =>
      !dimensions.includes(dimension) && address.dimensions[dimension],
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Box
        role="group"
        aria-label="Period and filters"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1,
          alignItems: 'center',
          flexGrow: 1,
        }}
      >
        <PeriodPicker period={address.period} onChange={address.setPeriod} />
        {[...dimensions, ...more].map(dimension => (
          <DimensionMenu
            key={dimension}
            dimension={dimension}
            filter={address.filter}
            selected={address.dimensions[dimension] ?? []}
            onChange={values => address.narrow({ [dimension]: values })}
          />
        ))}
        {address.narrowed && (
          <Button
            size="small"
            onClick={address.clear}
            sx={{ textTransform: 'none' }}
          >
            Clear all
          </Button>
        )}
      </Box>
      {action}
    </Box>
  );
};
