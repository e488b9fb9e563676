import { Section } from '@mcp-portal/plugin-mcp-react';
import type { UsageFilter } from '@mcp-portal/plugin-mcp-cost-common';
import Box from '@mui/material/Box';
import { LoadedPart, useCost } from '../components/loading';
import { Money, partOf, shownShare } from '../components/money';
import { DataTable, type Column } from '../components/table';
import { ShareBar, ValueName } from '../components/usage';

const SHOWN = 25;

interface Share {
  key: string;
  name: React.ReactNode;
  nanos: string;
  share: number;
}

const COLUMNS: Column<Share>[] = [
  { title: 'Team', minWidth: 140, cell: share => share.name },
  {
    title: 'Its share',
    minWidth: 120,
    cell: ({ share }) => (
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Box sx={{ flex: 1 }}>
          <ShareBar share={share} />
        </Box>
        {shownShare(share)}
      </Box>
    ),
  },
  {
    title: 'Cost',
    number: true,
    cell: ({ nanos }) => <Money nanos={nanos} />,
  },
];

/** How the cost of hosting a server is shared among those who use it. */
export const HostingSection = ({ filter }: { filter: UsageFilter }) => {
  const question = {
    ...filter,
    kind: ['hosting'],
    by: ['team' as const],
    sort: 'cost' as const,
    order: 'desc' as const,
    limit: SHOWN,
  };
  const hosting = useCost('hosting', question, (api, options) =>
    api.getBreakdown(question, options),
  );
  // Most servers have no hosting that is paid for: nothing to say of it.
  if (!hosting.error && !hosting.value?.items.length) {
    return null;
  }
  return (
    <Section title="Hosting, shared by use">
      <LoadedPart loaded={hosting} what="The shares of hosting">
        {({ items, total }) => (
          <DataTable
            label="Shares of hosting"
            columns={COLUMNS}
            keyOf={share => share.key}
            items={items.map(({ values: [team], measures }) => ({
              key: team.value ?? '',
              name: <ValueName dimension="team" value={team} />,
              nanos: measures.costNanos,
              share: partOf(measures.costNanos, total.costNanos),
            }))}
          />
        )}
      </LoadedPart>
    </Section>
  );
};
