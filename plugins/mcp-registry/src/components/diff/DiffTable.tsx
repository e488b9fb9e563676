import { Fragment, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Change } from '@mcp-portal/mcp-contract';
import { counted, shownNumber } from '@mcp-portal/plugin-mcp-react';
import type { DiffRow } from './diffJson';
import { DiffNote } from './DiffNote';
import { DiffCells } from './DiffCells';
import { foldRows } from './foldRows';
import type { RowPair } from './pairRows';
import type { RowMarks } from './placeChanges';

/** As many lines as draw at once without being felt. */
const STEP = 400;

/** Before and after, line by line; what did not change is folded away. */
export const DiffTable = (props: {
  label: string;
  pairs: RowPair[];
  split: boolean;
  placed: Map<DiffRow, RowMarks>;
  /** Id of the change that somebody looks for. */
  chosen?: string;
}) => {
  const { label, pairs, split, placed, chosen } = props;
  const [limit, setLimit] = useState(STEP);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());

  const marksOf = (row?: DiffRow) => (row && placed.get(row)?.marks) ?? [];
  const notesOf = ({ left, right }: RowPair): Change[] => [
    ...((left && placed.get(left)?.notes) ?? []),
    ...((right && right !== left && placed.get(right)?.notes) || []),
  ];
  const stretches = foldRows(pairs, ({ left, right }) =>
    [left, right].some(
      row => row && (row.kind !== 'same' || marksOf(row).length > 0),
    ),
  );
  let room = limit;
  let beyond = 0;
  const columns = split ? 4 : 3;
  return (
    <Box
      role="region"
      aria-label={label}
      tabIndex={0}
      sx={{
        overflowX: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <Box
        component="table"
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          tableLayout: 'fixed',
          fontFamily: 'monospace',
          fontSize: 'caption.fontSize',
          lineHeight: 1.6,
          '& td': { p: 0, verticalAlign: 'top' },
        }}
      >
        <colgroup>
          <Box component="col" sx={{ width: '4.5ch' }} />
          {split ? <col /> : <Box component="col" sx={{ width: '4.5ch' }} />}
          {split && <Box component="col" sx={{ width: '4.5ch' }} />}
          <col />
        </colgroup>
        <tbody>
          {stretches.map(({ folded, start, rows }) => {
            if (folded && !open.has(start)) {
              return (
                <tr key={start}>
                  <td colSpan={columns}>
                    <Button
                      size="small"
                      fullWidth
                      color="inherit"
                      onClick={() => setOpen(new Set([...open, start]))}
                      sx={{
                        textTransform: 'none',
                        borderRadius: 0,
                        bgcolor: 'action.hover',
                        color: 'text.secondary',
                        py: 0.25,
                      }}
                    >
                      Show {counted(rows.length, 'unchanged line')}
                    </Button>
                  </td>
                </tr>
              );
            }
            const shown = rows.slice(0, room);
            beyond += rows.length - shown.length;
            room -= shown.length;
            return shown.map((pair, index) => {
              const notes = notesOf(pair);
              return (
                <Fragment key={`${start} ${index}`}>
                  <DiffCells pair={pair} split={split} marksOf={marksOf} />
                  {notes.length > 0 && (
                    <tr>
                      <Box
                        component="td"
                        colSpan={columns}
                        sx={{ bgcolor: 'action.hover' }}
                      >
                        {notes.map(change => (
                          <DiffNote
                            key={change.id}
                            change={change}
                            chosen={change.id === chosen}
                          />
                        ))}
                      </Box>
                    </tr>
                  )}
                </Fragment>
              );
            });
          })}
        </tbody>
      </Box>
      {beyond > 0 && (
        <Button
          fullWidth
          onClick={() => setLimit(limit + STEP)}
          sx={{ textTransform: 'none' }}
        >
          Show {shownNumber(Math.min(STEP, beyond))} of{' '}
          {counted(beyond, 'more line')}
        </Button>
      )}
    </Box>
  );
};
