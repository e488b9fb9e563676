import Box from '@mui/material/Box';
import type { Dependents } from '@mcp-portal/plugin-mcp-registry-common';
import { shownNumber, OwnerLink } from '@mcp-portal/plugin-mcp-react';

/** How many dependents each team has, as numbers and as bars. */
export const TeamCounts = ({ teams }: { teams: Dependents['teams'] }) => {
  const largest = Math.max(1, ...teams.map(team => team.count));
  return (
    <Box
      component="ul"
      sx={{
        p: 0,
        m: 0,
        listStyle: 'none',
        display: 'grid',
        gap: 1,
        maxWidth: 720,
        maxHeight: 320,
        overflowY: 'auto',
        typography: 'body2',
      }}
    >
      {teams.map(({ owner, count }) => (
        <Box
          component="li"
          key={owner.ref}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(120px, 2fr) 3ch minmax(0, 3fr)',
            gap: 2,
            alignItems: 'center',
          }}
        >
          <OwnerLink owner={owner} />
          <Box sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
            {shownNumber(count)}
          </Box>
          <Box
            aria-hidden
            sx={{
              height: 8,
              borderRadius: 1,
              bgcolor: 'primary.main',
              width: `${(count / largest) * 100}%`,
            }}
          />
        </Box>
      ))}
    </Box>
  );
};
