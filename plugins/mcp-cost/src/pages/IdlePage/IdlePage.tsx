import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { McpCostApi } from '@mcp-portal/plugin-mcp-cost-common';
import {
  counted,
  EmptyNote,
  ListPaging,
  RelativeTime,
} from '@mcp-portal/plugin-mcp-react';
import { LoadedPart, PageAnswer, useCost } from '../../components/loading';
import { Money } from '../../components/money';
import { DataTable } from '../../components/table';
import { idleColumns } from './idleColumns';
import { IdleFilterBar } from './IdleFilterBar';
import { useIdleFilters } from './useIdleFilters';

type Idle = Awaited<ReturnType<McpCostApi['listIdle']>>;

const IdleAnswer = (props: { idle: Idle; narrowed: boolean }) => {
  const { idle, narrowed } = props;
  if (idle.totalItems === 0 && !narrowed) {
    return <>{idle.scannedAt ? 'Nothing lies idle' : 'Not looked yet'}</>;
  }
  return (
    <>
      {counted(idle.totalItems, 'thing lies', 'things lie')} idle
      {/* Zero as a sum of what nobody knows would be a lie. */}
      {idle.items.some(({ savingPerMonthNanos }) => savingPerMonthNanos) && (
        <>
          ; <Money nanos={idle.savingPerMonthNanos} /> a month could be saved
        </>
      )}
    </>
  );
};

/** What is kept, and perhaps paid for, but not used? */
export const IdlePage = () => {
  const filters = useIdleFilters();
  const { filter, query, narrowed, page, pageSize, turnTo, clear } = filters;
  const idle = useCost('idle', query, (api, options) =>
    api.listIdle({ ...query, exempted: filter.exempted ?? 'without' }, options),
  );
  const { value, error, reload } = idle;
  return (
    <>
      {!(error && !value) && (
        <PageAnswer awaiting="Looking for what lies idle">
          {value && <IdleAnswer idle={value} narrowed={narrowed} />}
        </PageAnswer>
      )}
      {value && (
        <Typography
          variant="body2"
          component="p"
          sx={{ m: 0, mt: -1, mb: 2, color: 'text.secondary' }}
        >
          {value.scannedAt ? (
            <>
              Last looked <RelativeTime at={value.scannedAt} />. It looks every
              two hours.
            </>
          ) : (
            'It looks every two hours.'
          )}
        </Typography>
      )}
      <IdleFilterBar filters={filters} />
      <LoadedPart loaded={idle} what="What lies idle">
        {({ items, totalItems, scannedAt }) => (
          <Paper variant="outlined" sx={{ minWidth: 0 }}>
            {items.length === 0 ? (
              <EmptyNote
                title={emptyTitle(narrowed, Boolean(scannedAt))}
                action={
                  narrowed && (
                    <Button variant="outlined" onClick={clear}>
                      Clear the filters
                    </Button>
                  )
                }
              >
                Servers that nobody calls, agents gone silent, keys that nobody
                uses and hosting without use would be here.
              </EmptyNote>
            ) : (
              <DataTable
                label="What lies idle"
                columns={idleColumns(reload)}
                items={items}
                keyOf={resource => resource.id}
              />
            )}
            <ListPaging
              total={totalItems}
              page={page}
              pageSize={pageSize}
              what="Rows"
              onTurn={turnTo}
            />
          </Paper>
        )}
      </LoadedPart>
    </>
  );
};

function emptyTitle(narrowed: boolean, looked: boolean): string {
  if (!looked) {
    return 'Nobody has looked yet';
  }
  return narrowed ? 'Nothing idle matches' : 'Nothing lies idle';
}
