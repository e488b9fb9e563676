import { useId } from 'react';
import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { usePageLinks } from '../../usePageLinks';
import { TeamBudget } from './TeamBudget';
import { TeamKeys } from './TeamKeys';
import { TeamServers } from './TeamServers';
import type { OwnTeam } from '../../teams';

/** What a team has: its servers, keys and budget. */
export const TeamCard = ({ team }: { team: OwnTeam }) => {
  const titleId = useId();
  const links = usePageLinks();
  return (
    <Paper
      variant="outlined"
      component="article"
      aria-labelledby={titleId}
      sx={{ p: 2, minWidth: 0 }}
    >
      <Typography
        id={titleId}
        component="h3"
        variant="subtitle1"
        sx={{
          m: 0,
          mb: 1,
          fontWeight: 'fontWeightBold',
          overflowWrap: 'anywhere',
        }}
      >
        <Link to={links.entity(team.ref)}>{team.title}</Link>
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 1, typography: 'body2' }}
      >
        <TeamServers teamRef={team.ref} />
        <TeamKeys teamRef={team.ref} />
        <TeamBudget teamRef={team.ref} />
      </Box>
    </Paper>
  );
};
