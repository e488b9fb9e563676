import Box from '@mui/material/Box';
import type { Nanos } from '@mcp-portal/plugin-mcp-cost-common';
import { exactMoney, shownMoney } from './shownMoney';
import { useCurrency } from './useCurrency';

/**
 * An amount, short, with all its places on hover. What is not known is not
 * zero: it is said in words.
 */
export const Money = (props: {
  nanos?: Nanos;
  /** Where there is no amount: `Not known` by default. */
  unknown?: string;
}) => {
  const currency = useCurrency();
  const { nanos, unknown = 'Not known' } = props;
  return nanos === undefined ? (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {unknown}
    </Box>
  ) : (
    <Box
      component="span"
      title={exactMoney(nanos, currency)}
      sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
    >
      {shownMoney(nanos, currency)}
    </Box>
  );
};
