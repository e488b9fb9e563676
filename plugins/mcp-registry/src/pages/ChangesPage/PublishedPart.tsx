import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import {
  counted,
  EmptyNote,
  ListPaging,
  LoadProblem,
  SearchBox,
} from '@mcp-portal/plugin-mcp-react';
import { useChanges } from '../../api';
import { ChangeFilterBar } from './ChangeFilterBar';
import { ChangeRow } from './ChangeRow';
import { changesByDay } from './days';
import { PERIOD_WORDS } from './period';
import { useChangeFilters } from './useChangeFilters';

/** What was published, day by day. */
export const PublishedPart = () => {
  const filters = useChangeFilters();
  const { filter, change, clear, shownPeriod } = filters;
  const { value, error, loading, reload } = useChanges(filters.changeQuery);
  return (
    <>
      <Box sx={{ mb: 1.5 }}>
        <SearchBox
          label="Search changes by server or owner"
          placeholder="Search by server or owner"
          value={filter.search ?? ''}
          onChange={search => change({ search })}
        />
      </Box>
      <ChangeFilterBar filters={filters} counts={value?.counts} />
      {error && (
        <LoadProblem
          what="The changes"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && (
        <Box role="status" aria-busy="true" aria-label="Loading the changes">
          <Skeleton width="24ch" height={36} sx={{ mt: 2 }} />
          <Skeleton variant="rounded" height={240} />
        </Box>
      )}
      {value?.totalItems === 0 && !error && (
        <EmptyNote
          title={`Nothing was published ${PERIOD_WORDS[shownPeriod]}`}
          action={
            shownPeriod !== 'all' || filters.narrowed ? (
              <Button
                variant="outlined"
                onClick={() => {
                  if (filters.narrowed) {
                    clear();
                  } else {
                    change({ period: '90' });
                  }
                }}
              >
                {filters.narrowed
                  ? 'Clear the search and filters'
                  : 'Look back 90 days'}
              </Button>
            ) : undefined
          }
        >
          Here is every version that is published for a server that you may see,
          with what it changed.
        </EmptyNote>
      )}
      {value && value.totalItems > 0 && (
        <>
          <Typography
            variant="body2"
            component="p"
            aria-live="polite"
            sx={{ m: 0, mt: 1.5, color: 'text.secondary' }}
          >
            {counted(value.totalItems, 'version')} {PERIOD_WORDS[shownPeriod]}
          </Typography>
          {changesByDay(value.items, new Date()).map(day => (
            <section key={day.title} aria-label={day.title}>
              <Typography
                variant="subtitle1"
                component="h3"
                sx={{ m: 0, mt: 2, mb: 1, fontWeight: 'fontWeightBold' }}
              >
                {day.title}
              </Typography>
              <Paper
                variant="outlined"
                component="ul"
                sx={{ listStyle: 'none', m: 0, p: 0 }}
              >
                {day.changes.map(one => (
                  <ChangeRow
                    key={`${one.server.ref} ${one.version}`}
                    change={one}
                  />
                ))}
              </Paper>
            </section>
          ))}
          <ListPaging
            total={value.totalItems}
            page={filters.page}
            pageSize={filters.pageSize}
            what="Versions"
            onTurn={filters.turnTo}
          />
        </>
      )}
    </>
  );
};
