import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
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

/** What is kept, and perhaps paid for, but not used? */
export const IdlePage = () => {
  const filters = useIdleFilters();
  const { filter, query, narrowed, page, pageSize, turnTo, clear } = filters;
  const idle = useCost('idle', query, (api, options) =>
    api.listIdle({ ...query, exempted: filter.exempted ?? 'without' }, options),
  );
  const { value, error, reload } = idle;
  const nothing = value?.totalItems === 0;
  return (
    <>
      {!(error && !value) && (
        <PageAnswer awaiting="Looking for what lies idle">
          {value &&
            (nothing && !narrowed ? (
              'Nothing lies idle'
            ) : (
              <>
                {counted(value.totalItems, 'thing lies', 'things lie')} idle;{' '}
                <Money nanos={value.savingPerMonthNanos} /> a month could be
                saved
              </>
            ))}
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
            'Nobody has looked yet; the first look comes within two hours.'
          )}
        </Typography>
      )}
      <IdleFilterBar filters={filters} />
      <LoadedPart loaded={idle} what="What lies idle">
        {({ items, totalItems }) => (
          <Paper variant="outlined" sx={{ minWidth: 0 }}>
            {items.length === 0 ? (
              <EmptyNote
                title={narrowed ? 'Nothing idle matches' : 'Nothing lies idle'}
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
