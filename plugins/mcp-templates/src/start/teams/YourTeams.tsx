import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import { EmptyNote, LoadProblem } from '@mcp-portal/plugin-mcp-react';
import { useOwnTeams } from '../../teams';
import { TeamCard } from './TeamCard';

/** Who is in more of them wants to see the first few at once. */
const SHOWN = 5;

/** What the teams of the person have. */
export const YourTeams = () => {
  const { value: teams, error, loading, reload } = useOwnTeams();
  const [all, setAll] = useState(false);
  const shown = all ? teams : teams?.slice(0, SHOWN);
  return (
    <>
      {error && (
        <LoadProblem
          what="Your teams"
          error={error}
          kept={Boolean(teams)}
          onRetry={reload}
        />
      )}
      {!teams && loading && (
        <div role="status" aria-busy="true" aria-label="Loading your teams">
          <Skeleton variant="rounded" height={150} />
        </div>
      )}
      {teams?.length === 0 && (
        <Paper variant="outlined">
          <EmptyNote title="You are in no team yet">
            What you make belongs to a team: its servers, keys and budget appear
            here. Ask your manager to add you to one in the catalog.
          </EmptyNote>
        </Paper>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns:
            'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
        }}
      >
        {shown?.map(team => (
          <TeamCard key={team.ref} team={team} />
        ))}
      </Box>
      {teams && teams.length > SHOWN && (
        <Button
          size="small"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          sx={{ mt: 1 }}
        >
          {all ? `Show the first ${SHOWN} only` : `Show all ${teams.length}`}
        </Button>
      )}
    </>
  );
};
