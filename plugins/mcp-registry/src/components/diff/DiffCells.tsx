import Box from '@mui/material/Box';
import type { Change } from '@mcp-portal/mcp-contract';
import { lookOf } from '../versions/changeClasses';
import type { DiffRow } from './diffJson';
import { DiffText, rowColors } from './DiffText';
import type { RowPair } from './pairRows';

const NUMBER = {
  px: 0.5,
  textAlign: 'right',
  color: 'text.secondary',
  userSelect: 'none',
} as const;

const LineNumber = ({ line }: { line?: number }) => (
  <Box component="td" sx={NUMBER}>
    {line === undefined ? '' : line + 1}
  </Box>
);

const LineText = ({ row, marks }: { row?: DiffRow; marks: Change[] }) => {
  if (!row) {
    return <Box component="td" sx={{ bgcolor: 'action.hover' }} />;
  }
  const marked = marks.length > 0;
  return (
    <Box
      component="td"
      data-marked={marked || undefined}
      sx={{
        bgcolor: rowColors(row.kind, marked),
        borderLeft: 3,
        borderLeftColor: marked ? lookOf(marks[0]).color : 'transparent',
        borderLeftStyle: 'solid',
      }}
    >
      <DiffText row={row} />
    </Box>
  );
};

/** A row of the comparison. */
export const DiffCells = (props: {
  pair: RowPair;
  split: boolean;
  marksOf: (row?: DiffRow) => Change[];
}) => {
  const { pair, split, marksOf } = props;
  const { left, right } = pair;
  if (split) {
    return (
      <tr>
        <LineNumber line={left?.before} />
        <LineText row={left} marks={marksOf(left)} />
        <LineNumber line={right?.after} />
        <LineText row={right} marks={marksOf(right)} />
      </tr>
    );
  }
  const row = right ?? left;
  return (
    <tr>
      <LineNumber line={row?.before} />
      <LineNumber line={row?.after} />
      <LineText row={row} marks={marksOf(row)} />
    </tr>
  );
};
