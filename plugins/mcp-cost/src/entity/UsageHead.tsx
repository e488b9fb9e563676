import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import {
  EmptyNote,
  RelativeTime,
  SampleMark,
  shownNumber,
} from '@mcp-portal/plugin-mcp-react';
import {
  BudgetTile,
  ForecastTile,
  SpentTile,
  Tile,
  Tiles,
} from '../components/answer';
import { PeriodPicker } from '../components/filters';
import { LoadedPart } from '../components/loading';
import { shownShare } from '../components/money';
import { errorRate, shownTokens } from '../components/usage';
import type { EntityUsage } from './useEntityUsage';

const CallsTile = ({ overview }: { overview: CostOverview }) => {
  const { total } = overview;
  const rate = errorRate(total);
  return (
    <Tile title="Calls" number={shownNumber(total.calls)}>
      {rate === undefined
        ? 'No calls in these days'
        : `${shownNumber(total.errors)} failed, ${shownShare(rate)}`}
      {total.inputTokens + total.outputTokens > 0 && (
        <Box sx={{ color: 'text.secondary' }}>
          {shownTokens(total.inputTokens)} tokens in,{' '}
          {shownTokens(total.outputTokens)} out
        </Box>
      )}
    </Tile>
  );
};

/** The answer of an entity's Cost tab: what it cost, and where that is heading. */
export const UsageHead = (props: {
  usage: EntityUsage;
  /** What would be here, and what makes it so. */
  empty: string;
  /** With what is left of the budgets of the teams. */
  budgets?: boolean;
}) => {
  const { usage, empty, budgets } = props;
  const { address, overview } = usage;
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1.5,
          alignItems: 'center',
          color: 'text.secondary',
        }}
      >
        <PeriodPicker period={address.period} onChange={address.setPeriod} />
        {overview.value?.sample && <SampleMark />}
        {overview.value?.summedUntil && (
          <span>
            Added up <RelativeTime at={overview.value.summedUntil} />. Days are
            UTC.
          </span>
        )}
      </Box>
      <LoadedPart
        loaded={overview}
        what="The cost"
        skeleton={
          <Tiles>
            {[1, 2, 3].map(tile => (
              <Skeleton key={tile} variant="rounded" height={120} />
            ))}
          </Tiles>
        }
      >
        {value =>
          value.total.events === 0 && value.previous.events === 0 ? (
            <EmptyNote title="No usage in these days">{empty}</EmptyNote>
          ) : (
            <Tiles>
              <SpentTile overview={value} period={address.period} />
              <ForecastTile forecast={value.forecast} />
              {budgets && <BudgetTile overview={value} />}
              <CallsTile overview={value} />
            </Tiles>
          )
        }
      </LoadedPart>
    </>
  );
};

/** Whether there is anything to break down. */
export function hasUsage({ overview }: EntityUsage): boolean {
  return (overview.value?.total.events ?? 0) > 0;
}
