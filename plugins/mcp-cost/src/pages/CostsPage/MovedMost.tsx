import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type {
  BreakdownRow,
  Dimension,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { EmptyNote, Section } from '@mcp-portal/plugin-mcp-react';
import { LoadedPart, useCost } from '../../components/loading';
import { DIMENSION_WORDS } from '../../components/usage';
import type { AddressQuery } from '../../useCostLinks';
import { MovedList } from './MovedList';

const SHOWN = 4;

const Lists = (props: {
  up: BreakdownRow[];
  down: BreakdownRow[];
  query: AddressQuery;
  by: Dimension;
}) => {
  const { up, down, query, by } = props;
  if (up.length + down.length === 0) {
    return <EmptyNote title="Nothing moved">It is all as it was.</EmptyNote>;
  }
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
      }}
    >
      {[
        { title: 'Up', rows: up },
        { title: 'Down', rows: down },
      ].map(({ title, rows }) => (
        <div key={title}>
          <Typography
            component="h4"
            variant="caption"
            sx={{ m: 0, color: 'text.secondary' }}
          >
            {title}
          </Typography>
          {rows.length === 0 ? (
            <Box sx={{ color: 'text.secondary' }}>None</Box>
          ) : (
            <MovedList label={title} rows={rows} query={query} by={by} />
          )}
        </div>
      ))}
    </Box>
  );
};

/** Who spends more, and who spends less, than in the period before. */
export const MovedMost = (props: {
  filter: UsageFilter;
  query: AddressQuery;
  by: Dimension;
}) => {
  const { filter, query, by } = props;
  const question = {
    ...filter,
    by: [by],
    compare: true,
    sort: 'change' as const,
    limit: SHOWN,
  };
  const up = useCost('moved-up', question, (api, options) =>
    api.getBreakdown({ ...question, order: 'desc' }, options),
  );
  const down = useCost('moved-down', question, (api, options) =>
    api.getBreakdown({ ...question, order: 'asc' }, options),
  );
  return (
    <Section
      title={`What moved most, by ${DIMENSION_WORDS[by].one.toLowerCase()}`}
    >
      <LoadedPart loaded={up} what="What moved">
        {more => (
          <LoadedPart loaded={down} what="What moved">
            {less => (
              <Lists
                up={more.items.filter(row => difference(row) > 0n)}
                down={less.items.filter(row => difference(row) < 0n)}
                query={query}
                by={by}
              />
            )}
          </LoadedPart>
        )}
      </LoadedPart>
    </Section>
  );
};

function difference({ measures, previous }: BreakdownRow): bigint {
  return BigInt(measures.costNanos) - BigInt(previous?.costNanos ?? '0');
}
