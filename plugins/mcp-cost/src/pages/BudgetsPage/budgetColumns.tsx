import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';
import { BudgetBar, BudgetLevel } from '../../components/budget';
import { refName } from '../../components/entities';
import { Money, shownShare } from '../../components/money';
import { shortDay } from '../../components/period';
import type { Column } from '../../components/table';

export function budgetColumns(options: {
  teamHref: (teamRef: string) => string;
  onSet: (status: BudgetStatus) => void;
}): Column<BudgetStatus>[] {
  const { teamHref, onSet } = options;
  return [
    {
      title: 'Team',
      minWidth: 150,
      cell: status => (
        <strong>
          <Link to={teamHref(status.teamRef)}>
            {refName(status.teamRef, status.title)}
          </Link>
        </strong>
      ),
    },
    {
      title: 'Stands',
      minWidth: 150,
      cell: status => <BudgetLevel status={status} />,
    },
    {
      title: 'Spent this month',
      number: true,
      cell: status => <Money nanos={status.spentNanos} />,
    },
    {
      title: 'Of the budget',
      minWidth: 140,
      cell: status => (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <BudgetBar
            status={status}
            label={`Budget of ${refName(status.teamRef, status.title)}`}
          />
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            {status.usedShare === undefined ? '' : shownShare(status.usedShare)}
          </Box>
        </Box>
      ),
    },
    {
      title: 'Budget',
      number: true,
      cell: status => <Money nanos={status.limitNanos} unknown="None" />,
    },
    {
      title: 'Month’s end',
      number: true,
      cell: status => <Money nanos={status.forecast.expectedNanos} />,
    },
    {
      title: 'Runs out on',
      cell: status => {
        if (status.runsOutOn) {
          return shortDay(status.runsOutOn);
        }
        return status.budget ? 'Lasts' : '';
      },
    },
    {
      title: 'Actions',
      quiet: true,
      number: true,
      cell: status =>
        status.may.set && (
          <Button
            size="small"
            sx={{ whiteSpace: 'nowrap' }}
            aria-label={`${
              status.budget ? 'Change' : 'Set'
            } the budget of ${refName(status.teamRef, status.title)}`}
            onClick={() => onSet(status)}
          >
            {status.budget ? 'Change' : 'Set'}
          </Button>
        ),
    },
  ];
}
