import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { GridColDef } from '@mui/x-data-grid';
import type { AgentColumn } from '@mcp-portal/plugin-mcp-react/extensions';
import type {
  AgentSortField,
  AgentSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  capitalised,
  OwnerCell,
  SampleMark,
} from '@mcp-portal/plugin-mcp-react';
import { ServerUseChip } from '../../components';

const AgentCell = ({ agent }: { agent: AgentSummary }) => (
  <Box sx={{ minWidth: 0, lineHeight: 1.4 }}>
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <Typography
        variant="body2"
        component="span"
        noWrap
        sx={{ fontWeight: 'fontWeightBold' }}
      >
        <EntityRefLink entityRef={agent.ref} hideIcon color="inherit">
          {agent.title ?? agent.name}
        </EntityRefLink>
      </Typography>
      {agent.sample && <SampleMark short />}
    </Box>
    <Typography
      variant="body2"
      component="div"
      noWrap
      title={agent.purpose}
      sx={{ color: 'text.secondary' }}
    >
      {agent.purpose ?? 'No description'}
    </Typography>
  </Box>
);

/** Column ids are the API's sort fields; those of other plugins can't be sorted by. */
export function agentColumns(more: AgentColumn[]): GridColDef<AgentSummary>[] {
  const columns: (GridColDef<AgentSummary> & { field: AgentSortField })[] = [
    {
      field: 'name',
      headerName: 'Agent',
      flex: 2,
      minWidth: 180,
      renderCell: ({ row }) => <AgentCell agent={row} />,
    },
    {
      field: 'owner',
      headerName: 'Owner',
      flex: 1,
      minWidth: 124,
      renderCell: ({ row }) => <OwnerCell owner={row.owner} />,
    },
    {
      field: 'servers',
      headerName: 'Servers',
      flex: 3,
      minWidth: 220,
      renderCell: ({ row }) =>
        row.servers.length === 0 ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            None declared
          </Box>
        ) : (
          <Box
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, minWidth: 0 }}
          >
            {row.servers.map(use => (
              <ServerUseChip key={use.serverRef} use={use} />
            ))}
          </Box>
        ),
    },
    {
      field: 'lifecycle',
      headerName: 'Lifecycle',
      width: 116,
      renderCell: ({ row }) => capitalised(row.lifecycle),
    },
  ];
  const others = more.map(
    ({ id, title, width, Cell }): GridColDef<AgentSummary> => ({
      field: id,
      headerName: title,
      width,
      sortable: false,
      align: 'right',
      headerAlign: 'right',
      renderCell: ({ row }) => <Cell agentRef={row.ref} />,
    }),
  );
  return [...columns, ...others];
}
