import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import Box from '@mui/material/Box';
import type { Measures } from '@mcp-portal/plugin-mcp-cost-common';
import { exactMoney, shownChange, useCurrency } from '../money';
import { nothingPriced } from './measures';

const Quiet = (props: { title?: string; children: string }) => (
  <Box component="span" title={props.title} sx={{ color: 'text.secondary' }}>
    {props.children}
  </Box>
);

/** How a cost moved since the period before; that it is new, where it was not there. */
export const ChangeWord = (props: {
  now: Measures;
  before?: Measures;
  /** Such as `on last month`. */
  than?: string;
}) => {
  const { now, before, than } = props;
  const currency = useCurrency();
  if (!before || before.events === 0) {
    return now.events === 0 ? null : <Quiet>new</Quiet>;
  }
  if (nothingPriced(now) || nothingPriced(before)) {
    return <Quiet title="It can't be compared: there was no price.">–</Quiet>;
  }
  const words = shownChange(now.costNanos, before.costNanos);
  const difference = BigInt(now.costNanos) - BigInt(before.costNanos);
  const Arrow = difference > 0n ? ArrowUpwardIcon : ArrowDownwardIcon;
  return (
    <Box
      component="span"
      title={`${exactMoney(before.costNanos, currency)} before`}
      sx={{
        fontVariantNumeric: 'tabular-nums',
        // What it is compared with may go on in a second line.
        ...(than ? {} : { whiteSpace: 'nowrap' }),
      }}
    >
      {difference !== 0n && (
        <Arrow
          aria-hidden
          sx={{ fontSize: '1em', mr: 0.25, verticalAlign: '-0.125em' }}
        />
      )}
      {words ?? 'from nothing'}
      {than && ` ${than}`}
    </Box>
  );
};
