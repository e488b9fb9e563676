import Box from '@mui/material/Box';
import type { GridColDef } from '@mui/x-data-grid';
import type {
  ServerSortField,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  capitalised,
  HealthStatus,
  OwnerLink,
  shownNumber,
  TrustWord,
} from '../../components';
import { NameCell } from './NameCell';

export interface ServerLinks {
  server: (server: ServerSummary) => string;
  tool: (server: ServerSummary, tool: string) => string;
}

/** Column ids are the API's sort fields, where a column can be sorted by. */
export function serverColumns(options: {
  links: ServerLinks;
  search?: string;
}): GridColDef<ServerSummary>[] {
  const { links, search } = options;
  const columns: (GridColDef<ServerSummary> & {
    field: ServerSortField | 'version';
  })[] = [
    {
      field: 'name',
      headerName: 'Server',
      flex: 3,
      minWidth: 220,
      hideable: false,
      renderCell: ({ row }) => (
        <NameCell
          server={row}
          href={links.server(row)}
          toolHref={tool => links.tool(row, tool)}
          search={search}
        />
      ),
    },
    {
      field: 'owner',
      headerName: 'Owner',
      flex: 1.4,
      minWidth: 130,
      renderCell: ({ row }) => <OwnerLink owner={row.owner} />,
    },
    {
      field: 'version',
      headerName: 'Version',
      width: 110,
      sortable: false,
      renderCell: ({ row }) => row.version ?? <Absent what="not known" />,
    },
    {
      field: 'health',
      headerName: 'Health',
      width: 160,
      renderCell: ({ row }) => <HealthStatus health={row.health} />,
    },
    {
      field: 'tools',
      headerName: 'Tools',
      width: 80,
      align: 'right',
      headerAlign: 'right',
      renderCell: ({ row }) =>
        row.counts ? (
          shownNumber(row.counts.tools)
        ) : (
          <Absent what="it has never answered" />
        ),
    },
    {
      field: 'dependents',
      headerName: 'Dependents',
      width: 116,
      align: 'right',
      headerAlign: 'right',
      renderCell: ({ row }) => shownNumber(row.dependents),
    },
    {
      field: 'trust',
      headerName: 'Trust',
      width: 170,
      renderCell: ({ row }) => <TrustWord trust={row.trust} />,
    },
    {
      field: 'lifecycle',
      headerName: 'Lifecycle',
      width: 116,
      renderCell: ({ row }) => capitalised(row.lifecycle),
    },
  ];
  return columns;
}

/** Not zero, but unknown; and why. */
const Absent = ({ what }: { what: string }) => (
  <Box
    component="span"
    title={`Unknown: ${what}`}
    sx={{ color: 'text.secondary' }}
  >
    unknown
  </Box>
);
