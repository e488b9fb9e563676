import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import type { UsageEvent } from '@mcp-portal/plugin-mcp-cost-common';
import { EmptyNote, shownDay } from '@mcp-portal/plugin-mcp-react';
import { UsageFilterBar } from '../../components/filters';
import { LoadedPart } from '../../components/loading';
import { CallDrawer } from './CallDrawer';
import { CallTable } from './CallTable';
import { OutcomeToggle } from './OutcomeToggle';
import { useCallPages, type CallPages } from './useCallPages';
import { useCallsAddress } from './useCallsAddress';

const PAGE = 50;
const DIMENSIONS = [
  'team',
  'server',
  'agent',
  'tool',
  'model',
  'environment',
  'kind',
] as const;

const More = ({ calls }: { calls: CallPages }) => (
  <Box sx={{ textAlign: 'center', mt: 1.5 }} aria-live="polite">
    {calls.moreError && (
      <Alert severity="error" sx={{ mb: 1, textAlign: 'left' }}>
        The next calls could not be loaded: {calls.moreError.message}
      </Alert>
    )}
    {calls.hasMore && (
      <Button
        variant="outlined"
        disabled={calls.loadingMore}
        onClick={calls.loadMore}
      >
        {calls.loadingMore ? 'One moment…' : 'Show older calls'}
      </Button>
    )}
  </Box>
);

/** The single calls behind a number. */
export const CallsPage = () => {
  const address = useCallsAddress();
  const [opened, setOpened] = useState<UsageEvent>();
  const calls = useCallPages({
    ...address.filter,
    ...(address.outcome ? { outcome: address.outcome } : {}),
    limit: PAGE,
  });
  return (
    <>
      <UsageFilterBar address={address} dimensions={DIMENSIONS} />
      <Box sx={{ my: 1.5 }}>
        <OutcomeToggle
          outcome={address.outcome}
          onChange={address.filterOutcome}
        />
      </Box>
      <LoadedPart
        loaded={calls.first}
        what="The calls"
        skeleton={<Skeleton variant="rounded" height={400} />}
      >
        {({ keptFrom }) => (
          <>
            {address.period.from < keptFrom && (
              <Alert severity="info" sx={{ mb: 1.5 }}>
                Single calls are kept from {shownDay(keptFrom)} on; what was
                before is in the sums only.
              </Alert>
            )}
            <Paper variant="outlined" sx={{ minWidth: 0 }}>
              {calls.items.length === 0 ? (
                <EmptyNote title="No call matches">
                  None of the calls of these days that you may see has all of
                  this.
                </EmptyNote>
              ) : (
                <CallTable calls={calls.items} onOpen={setOpened} />
              )}
            </Paper>
            <More calls={calls} />
          </>
        )}
      </LoadedPart>
      <CallDrawer call={opened} onClose={() => setOpened(undefined)} />
    </>
  );
};
