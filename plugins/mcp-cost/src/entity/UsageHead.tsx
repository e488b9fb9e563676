import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import {
  EmptyNote,
  LINKS_IN_TEXT,
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
import { seesAllOf } from './seesAllOf';
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

/** Nothing was used, or nothing that one may see: these are not the same. */
const NothingHere = (props: {
  sees: CostOverview['sees'];
  ownerRef?: string;
  empty: string;
}) =>
  props.ownerRef && !seesAllOf(props.sees, props.ownerRef) ? (
    <EmptyNote title="No usage that you may see">
      <Box sx={LINKS_IN_TEXT}>
        One sees the usage of one’s own teams, and of what these own. The rest
        is seen by <EntityRefLink entityRef={props.ownerRef} hideIcon />.
      </Box>
    </EmptyNote>
  ) : (
    <EmptyNote title="No usage in these days">{props.empty}</EmptyNote>
  );

/** The answer of an entity's Cost tab: what it cost, and where that is heading. */
export const UsageHead = (props: {
  usage: EntityUsage;
  /** What would be here, and what makes it so. */
  empty: string;
  /** Whose usage it is, or whose server or agent. */
  ownerRef?: string;
  /** With what is left of the budgets of the teams. */
  budgets?: boolean;
}) => {
  const { usage, empty, budgets, ownerRef } = props;
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
          fontFamily: 'fontFamily',
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
            <NothingHere sees={value.sees} ownerRef={ownerRef} empty={empty} />
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
