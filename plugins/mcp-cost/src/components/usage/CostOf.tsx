import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import type { Measures } from '@mcp-portal/plugin-mcp-cost-common';
import { counted } from '@mcp-portal/plugin-mcp-react';
import { Money } from '../money';
import { nothingPriced } from './measures';

/**
 * What some usage cost. Where nothing of it has a price, its cost is not zero
 * but unknown; where a part has none, the part is told.
 */
export const CostOf = (props: {
  measures: Measures;
  /** Where the calls behind it are. */
  href?: string;
  /** Puts the unpriced part in a line of its own. */
  below?: boolean;
}) => {
  const { measures, href, below } = props;
  const amount = nothingPriced(measures) ? (
    <Money unknown="No price" />
  ) : (
    <Money nanos={measures.costNanos} />
  );
  const part = measures.unpricedEvents;
  return (
    <>
      {href ? (
        <Link to={href} color="inherit" underline="hover">
          {amount}
        </Link>
      ) : (
        amount
      )}
      {part > 0 && !nothingPriced(measures) && (
        <Box
          component="span"
          title={`${counted(
            part,
            'event',
          )} without a price; what they cost is not known.`}
          sx={{
            color: 'text.secondary',
            typography: 'caption',
            whiteSpace: 'nowrap',
            ...(below ? { display: 'block' } : { ml: 0.75 }),
          }}
        >
          + {part.toLocaleString('en')} unpriced
        </Box>
      )}
    </>
  );
};
