import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import type { GridColDef } from '@mui/x-data-grid';
import type { ServerScore } from '@mcp-portal/plugin-mcp-registry-common';
import {
  LevelWord,
  OwnerCell,
  RelativeTime,
  SampleMark,
  shownNumber,
} from '@mcp-portal/plugin-mcp-react';
import { scoreLevel, shownDifference } from '../../components';

const Unknown = ({ why }: { why: string }) => (
  <Box component="span" title={why} sx={{ color: 'text.secondary' }}>
    unknown
  </Box>
);

const ScoreCell = ({ score }: { score: ServerScore }) =>
  score.score === undefined ? (
    <Unknown why="It was not checked yet" />
  ) : (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      {score.before !== undefined && (
        <Box
          component="span"
          title="Since 30 days ago"
          sx={{ typography: 'caption', color: 'text.secondary' }}
        >
          {shownDifference(score.score, score.before)}
        </Box>
      )}
      <LevelWord level={scoreLevel(score.score)}>
        {Math.round(score.score)}
      </LevelWord>
    </Box>
  );

/** Column ids are the API's sort fields, where a column can be sorted by. */
export function scoreColumns(links: {
  conventions: (server: { namespace: string; name: string }) => string;
}): GridColDef<ServerScore>[] {
  const number = {
    align: 'right',
    headerAlign: 'right',
    width: 110,
  } as const;
  return [
    {
      field: 'name',
      headerName: 'Server',
      flex: 2,
      minWidth: 160,
      renderCell: ({ row }) => (
        <Box
          sx={{
            display: 'flex',
            gap: 1,
            alignItems: 'center',
            minWidth: 0,
            '& > a': { overflow: 'hidden', textOverflow: 'ellipsis' },
          }}
        >
          <Link
            to={links.conventions(parseEntityRef(row.ref))}
            title={row.title ?? row.name}
          >
            {row.title ?? row.name}
          </Link>
          {row.sample && <SampleMark short />}
        </Box>
      ),
    },
    {
      field: 'owner',
      headerName: 'Owner',
      flex: 1,
      minWidth: 120,
      sortable: false,
      renderCell: ({ row }) => <OwnerCell owner={row.owner} />,
    },
    {
      ...number,
      field: 'score',
      headerName: 'Score',
      renderCell: ({ row }) => <ScoreCell score={row} />,
    },
    {
      ...number,
      field: 'errors',
      headerName: 'Errors',
      renderCell: ({ row }) =>
        row.score === undefined ? '' : shownNumber(row.errors),
    },
    {
      ...number,
      field: 'warnings',
      headerName: 'Warnings',
      sortable: false,
      renderCell: ({ row }) =>
        row.score === undefined ? '' : shownNumber(row.warnings),
    },
    {
      ...number,
      field: 'toolListTokens',
      headerName: 'Tokens to load',
      width: 156,
      renderCell: ({ row }) =>
        row.toolListTokens === undefined ? (
          <Unknown why="Nobody has counted them" />
        ) : (
          shownNumber(row.toolListTokens)
        ),
    },
    {
      field: 'checkedAt',
      headerName: 'Checked',
      width: 140,
      sortable: false,
      renderCell: ({ row }) =>
        row.checkedAt ? <RelativeTime at={row.checkedAt} /> : 'never',
    },
  ];
}
