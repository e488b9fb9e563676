import Box from '@mui/material/Box';
import type { GridColDef } from '@mui/x-data-grid';
import type {
  ServerSortField,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  capitalised,
  OwnerCell,
  shownNumber,
} from '@mcp-portal/plugin-mcp-react';
import { HealthStatus, TrustWord } from '../../components';
import { NameCell } from './NameCell';

export interface ServerLinks {
  server: (server: ServerSummary) => string;
  tool: (server: ServerSummary, tool: string) => string;
}

const ONE_LINE = {
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const;

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

/** Column ids are the API's sort fields, where a column can be sorted by. */
export function serverColumns(options: {
  links: ServerLinks;
  search?: string;
  /** Where the lifecycle has no column of its own, it stands below the version. */
  lifecycleBelowVersion: boolean;
}): GridColDef<ServerSummary>[] {
  const { links, search, lifecycleBelowVersion } = options;
  const columns: (GridColDef<ServerSummary> & {
    field: ServerSortField | 'version';
  })[] = [
    {
      field: 'name',
      headerName: 'Server',
      flex: 3,
      minWidth: 160,
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
      flex: 1,
      minWidth: 120,
      renderCell: ({ row }) => <OwnerCell owner={row.owner} />,
    },
    {
      field: 'version',
      headerName: 'Version',
      width: 118,
      sortable: false,
      renderCell: ({ row }) => (
        <Box sx={{ lineHeight: 1.4, minWidth: 0 }}>
          <Box title={row.version} sx={ONE_LINE}>
            {row.version ?? <Absent what="not known" />}
          </Box>
          {lifecycleBelowVersion && (
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
              {capitalised(row.lifecycle)}
            </Box>
          )}
        </Box>
      ),
    },
    {
      field: 'health',
      headerName: 'Health',
      width: 146,
      renderCell: ({ row }) => <HealthStatus health={row.health} />,
    },
    {
      field: 'tools',
      headerName: 'Tools',
      width: 92,
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
      width: 136,
      align: 'right',
      headerAlign: 'right',
      renderCell: ({ row }) => shownNumber(row.dependents),
    },
    {
      field: 'trust',
      headerName: 'Trust',
      width: 118,
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
