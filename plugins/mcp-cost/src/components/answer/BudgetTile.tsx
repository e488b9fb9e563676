import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import type {
  BudgetStatus,
  CostOverview,
} from '@mcp-portal/plugin-mcp-cost-common';
import {
  counted,
  LevelWord,
  LINKS_IN_TEXT,
} from '@mcp-portal/plugin-mcp-react';
import { refName } from '../entities';
import { Money } from '../money';
import { shortDay } from '../period';
import { useCostLinks } from '../../useCostLinks';
import { Tile } from './Tile';

const Standing = ({ over, near }: { over: number; near: number }) => {
  if (over > 0) {
    return (
      <LevelWord level="problem">
        {counted(over, 'budget is', 'budgets are')} used up
      </LevelWord>
    );
  }
  return near > 0 ? (
    <LevelWord level="attention">
      {counted(near, 'budget is', 'budgets are')} nearly used up
    </LevelWord>
  ) : (
    <LevelWord level="good">All within budget</LevelWord>
  );
};

/** What is left of this month's budgets, and whose runs out first. */
export const BudgetTile = ({ overview }: { overview: CostOverview }) => {
  const { budgets, budgetNanos, budgetLeftNanos } = overview;
  const { budgets: href } = useCostLinks();
  if (budgets.length === 0) {
    return (
      <Tile
        title="Budget left this month"
        number={<Money unknown="No budget" />}
      >
        <Link to={href()}>Set a budget for a team</Link>
      </Tile>
    );
  }
  const over = budgets.filter(({ level }) => level === 'problem').length;
  const near = budgets.filter(({ level }) => level === 'attention').length;
  const first = firstToRunOut(budgets);
  return (
    <Tile
      title="Budget left this month"
      number={<Money nanos={budgetLeftNanos} />}
    >
      <Box sx={LINKS_IN_TEXT}>
        of <Money nanos={budgetNanos} /> for{' '}
        <Link to={href()}>{counted(budgets.length, 'team')}</Link>
      </Box>
      <Standing over={over} near={near} />
      {first?.runsOutOn && (
        <Box>
          {budgets.length > 1 ? `${refName(first.teamRef, first.title)}: ` : ''}
          runs out on {shortDay(first.runsOutOn)}
        </Box>
      )}
    </Tile>
  );
};

/** Of those that are not used up yet. */
function firstToRunOut(budgets: BudgetStatus[]): BudgetStatus | undefined {
  return budgets
    .filter(({ runsOutOn, level }) => runsOutOn && level !== 'problem')
    .sort((a, b) => a.runsOutOn!.localeCompare(b.runsOutOn!))[0];
}
