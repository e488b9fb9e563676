import { useRouteRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import {
  EmptyNote,
  LoadProblem,
  PortalPage,
  SearchBox,
} from '@mcp-portal/plugin-mcp-react';
import { useConventions, useScores } from '../../api';
import { OwnerFilter } from '../../components';
import { ConventionsIcon } from '../../icons';
import { conventionsRouteRef } from '../../routes';
import { BrokenList } from './BrokenList';
import { ConventionRules } from './ConventionRules';
import { ConventionsAnswer } from './ConventionsAnswer';
import { ScoresTable } from './ScoresTable';
import { useScoreFilters } from './useScoreFilters';

/** How well do the servers keep the conventions, and what should be mended first? */
export const ConventionsPage = () => {
  const filters = useScoreFilters();
  const { filter, query, narrowed, change, clear } = filters;
  const scores = useScores(query);
  const rules = useConventions();
  const href = useRouteRef(conventionsRouteRef)?.() ?? '';
  const { value, error } = scores;
  const titleOf = (id: string) =>
    rules.value?.find(rule => rule.id === id)?.title ?? id;
  return (
    <PortalPage title="MCP conventions" icon={<ConventionsIcon />} href={href}>
      <ConventionsAnswer scores={value} narrowed={narrowed} failed={error} />
      {error && (
        <LoadProblem
          what="The scores"
          error={error}
          kept={Boolean(value)}
          onRetry={scores.reload}
        />
      )}
      {value && value.broken.length > 0 && (
        <BrokenList
          broken={value.broken}
          chosen={filter.convention}
          onChoose={convention => change({ convention })}
        />
      )}
      <Box sx={{ mt: 2, mb: 1.5 }}>
        <SearchBox
          label="Search servers by name or owner"
          placeholder="Search by server or owner"
          value={filter.search ?? ''}
          onChange={search => change({ search })}
        />
      </Box>
      <Box
        role="group"
        aria-label="Filters"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      >
        <OwnerFilter
          selected={filter.owner ?? []}
          onChange={owner => change({ owner })}
        />
        {filter.convention && (
          <Chip
            size="small"
            label={`Not kept: ${titleOf(filter.convention)}`}
            onDelete={() => change({ convention: undefined })}
            sx={{ m: 0 }}
          />
        )}
        {narrowed && (
          <Button size="small" onClick={clear} sx={{ textTransform: 'none' }}>
            Clear all
          </Button>
        )}
      </Box>
      {!(error && !value) && (
        <Paper variant="outlined" sx={{ mt: 1.5, minWidth: 0 }}>
          {value?.totalItems === 0 && !error ? (
            <EmptyNote
              title={
                narrowed ? 'No server matches' : 'No server is checked yet'
              }
              action={
                narrowed && (
                  <Button variant="outlined" onClick={clear}>
                    Clear the search and filters
                  </Button>
                )
              }
            >
              Each time a server answers, its contract is held against the
              conventions below.
            </EmptyNote>
          ) : (
            <ScoresTable
              scores={value}
              loading={scores.loading}
              filters={filters}
            />
          )}
        </Paper>
      )}
      <ConventionRules rules={rules} />
    </PortalPage>
  );
};
