import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import {
  EmptyNote,
  ListPaging,
  LoadProblem,
  SearchBox,
} from '@mcp-portal/plugin-mcp-react';
import { useRemovals } from '../../api';
import { OwnerFilter } from '../../components';
import { RemovalTable } from './RemovalTable';
import { useOwnedFilters } from './useOwnedFilters';

/** Versions on their way out, the soonest first, and who is still on them. */
export const RemovalsPart = () => {
  const address = useOwnedFilters();
  const { filter, query, narrowed, change, clear } = address;
  const { value, error, loading, reload } = useRemovals(query);
  return (
    <>
      <Box sx={{ mb: 1.5 }}>
        <SearchBox
          label="Search what is about to be removed"
          placeholder="Search by server or owner"
          value={filter.search ?? ''}
          onChange={search => change({ search })}
        />
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <OwnerFilter
          selected={filter.owner ?? []}
          onChange={owner => change({ owner })}
        />
        {narrowed && (
          <Button size="small" onClick={clear} sx={{ textTransform: 'none' }}>
            Clear all
          </Button>
        )}
      </Box>
      {error && (
        <LoadProblem
          what="The removals"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && (
        <Box role="status" aria-busy="true" aria-label="Loading the removals">
          <Skeleton variant="rounded" height={280} sx={{ mt: 1.5 }} />
        </Box>
      )}
      {value?.totalItems === 0 && !error && (
        <EmptyNote
          title={
            narrowed ? 'Nothing matches' : 'Nothing is about to be removed'
          }
          action={
            narrowed && (
              <Button variant="outlined" onClick={clear}>
                Clear the search and filters
              </Button>
            )
          }
        >
          A version appears here when its team deprecates it, with the day on
          which it goes and the agents that have to move.
        </EmptyNote>
      )}
      {value && value.totalItems > 0 && (
        <Paper variant="outlined" sx={{ mt: 1.5 }}>
          <RemovalTable removals={value.items} />
          <ListPaging
            total={value.totalItems}
            page={address.page}
            pageSize={address.pageSize}
            what="Versions"
            onTurn={address.turnTo}
          />
        </Paper>
      )}
    </>
  );
};
