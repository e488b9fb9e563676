import { useMemo } from 'react';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import type { Change } from '@mcp-portal/mcp-contract';
import { diffJson } from './diffJson';
import { DiffTable } from './DiffTable';
import { pairRows, type RowPair } from './pairRows';
import { placeChanges } from './placeChanges';
import { useDiffView } from './useDiffView';

const VIEWS = [
  { value: 'split', label: 'Side by side' },
  { value: 'unified', label: 'Unified' },
] as const;

/** The same thing before and after, with each change at its place. */
export const DiffView = (props: {
  /** What is compared, for people: `create_invoice`. */
  name: string;
  beforeName: string;
  afterName: string;
  before?: unknown;
  after?: unknown;
  changes: Change[];
  chosen?: string;
}) => {
  const { name, beforeName, afterName, before, after, changes, chosen } = props;
  const [view, setView] = useDiffView();
  const diff = useMemo(() => diffJson(before, after), [before, after]);
  const placed = useMemo(() => placeChanges(diff, changes), [diff, changes]);
  // With one side only, the other would be an empty half.
  const oneSided = before === undefined || after === undefined;
  const split = view === 'split' && !oneSided;
  const pairs: RowPair[] = useMemo(
    () =>
      split
        ? pairRows(diff.rows)
        : diff.rows.map(row =>
            row.kind === 'removed' ? { left: row } : { right: row },
          ),
    [diff, split],
  );
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          justifyContent: 'space-between',
          alignItems: 'center',
          gap: 1,
          mb: 1,
        }}
      >
        <Typography variant="body2" component="p" sx={{ m: 0 }}>
          {before === undefined && <>New in {afterName}</>}
          {after === undefined && <>Was in {beforeName}, is gone since</>}
          {!oneSided && (
            <>
              {beforeName} <span aria-label="compared with">→</span> {afterName}
            </>
          )}
        </Typography>
        {!oneSided && (
          <ToggleButtonGroup
            exclusive
            size="small"
            color="primary"
            value={view}
            onChange={(_event, next) => next && setView(next)}
            aria-label="How to show both"
          >
            {VIEWS.map(({ value, label }) => (
              <ToggleButton
                key={value}
                value={value}
                sx={{ textTransform: 'none', py: 0.25 }}
              >
                {label}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
      </Box>
      <DiffTable
        key={`${name} ${view}`}
        label={`Before and after of ${name}`}
        pairs={pairs}
        split={split}
        placed={placed}
        chosen={chosen}
      />
    </>
  );
};
