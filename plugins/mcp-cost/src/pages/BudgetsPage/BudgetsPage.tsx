import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';
import { EmptyNote, ListPaging, SearchBox } from '@mcp-portal/plugin-mcp-react';
import { SetBudgetDialog } from '../../components/budget';
import { refName, useEntityCostLink } from '../../components/entities';
import { LoadedPart, PageAnswer, useCost } from '../../components/loading';
import { DataTable } from '../../components/table';
import { budgetColumns } from './budgetColumns';
import { budgetsAnswer } from './budgetsAnswer';
import { useBudgetFilters } from './useBudgetFilters';
import { WaitingIncreases } from './WaitingIncreases';

/** Whose money runs out, and when? */
export const BudgetsPage = () => {
  const filters = useBudgetFilters();
  const { filter, query, narrowed, page, pageSize } = filters;
  const [acts, setActs] = useState(0);
  const [setting, setSetting] = useState<BudgetStatus>();
  const teamHref = useEntityCostLink();
  const budgets = useCost('budgets', [query, acts], (api, options) =>
    api.listBudgets(query, options),
  );
  const { value, error } = budgets;
  const done = () => {
    setSetting(undefined);
    setActs(count => count + 1);
  };
  return (
    <>
      {!(error && !value) && (
        <PageAnswer awaiting="Looking at the budgets">
          {value &&
            (value.items.length === 0
              ? 'No team to show'
              : budgetsAnswer(value.items, value.totalItems))}
        </PageAnswer>
      )}
      <WaitingIncreases revision={acts} onDecided={done} />
      <Box sx={{ my: 1.5 }}>
        <SearchBox
          label="Search teams"
          placeholder="Search by team"
          value={filter.search ?? ''}
          onChange={search => filters.change({ search })}
        />
      </Box>
      <LoadedPart loaded={budgets} what="The budgets">
        {({ items, totalItems }) => (
          <Paper variant="outlined" sx={{ minWidth: 0 }}>
            {items.length === 0 ? (
              <EmptyNote
                title={narrowed ? 'No team matches' : 'You are in no team'}
                action={
                  narrowed && (
                    <Button variant="outlined" onClick={filters.clear}>
                      Show all teams
                    </Button>
                  )
                }
              >
                Your teams and those below them are shown here, each with its
                budget.
              </EmptyNote>
            ) : (
              <DataTable
                label="Budgets by team"
                columns={budgetColumns({ teamHref, onSet: setSetting })}
                items={items}
                keyOf={status => status.teamRef}
              />
            )}
            <ListPaging
              total={totalItems}
              page={page}
              pageSize={pageSize}
              what="Teams"
              onTurn={filters.turnTo}
            />
          </Paper>
        )}
      </LoadedPart>
      {setting && (
        <SetBudgetDialog
          status={setting}
          name={refName(setting.teamRef, setting.title)}
          onClose={() => setSetting(undefined)}
          onDone={done}
        />
      )}
    </>
  );
};
