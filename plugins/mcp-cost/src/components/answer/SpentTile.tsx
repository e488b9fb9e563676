import Box from '@mui/material/Box';
import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import { counted } from '@mcp-portal/plugin-mcp-react';
import { shownDays, periodInWords, type Period } from '../filters';
import { Money } from '../money';
import { ChangeWord, nothingPriced } from '../usage';
import { Tile } from './Tile';

const Compared = ({ overview }: { overview: CostOverview }) => {
  const { total, previous, previousPeriod } = overview;
  if (nothingPriced(total) || nothingPriced(previous)) {
    return <>Without prices there is nothing to compare.</>;
  }
  return previous.events === 0 ? (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      Nothing to compare with: no usage {shownDays(previousPeriod)}
    </Box>
  ) : (
    <ChangeWord
      now={total}
      before={previous}
      than={`on ${shownDays(previousPeriod)}`}
    />
  );
};

/** What was spent, and how that compares with as many days before. */
export const SpentTile = (props: {
  overview: CostOverview;
  period: Period;
}) => {
  const { overview, period } = props;
  const { total } = overview;
  return (
    <Tile
      title={`Spent, ${periodInWords(period)}`}
      number={
        nothingPriced(total) ? (
          <Money unknown="No price" />
        ) : (
          <Money nanos={total.costNanos} />
        )
      }
    >
      <Compared overview={overview} />
      <Box sx={{ color: 'text.secondary' }}>
        {counted(total.calls, 'call')}, {counted(total.errors, 'error')}
      </Box>
    </Tile>
  );
};
