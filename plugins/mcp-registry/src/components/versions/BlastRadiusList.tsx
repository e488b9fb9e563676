import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { BlastRadius } from '@mcp-portal/plugin-mcp-registry-common';
import {
  LINKS_IN_TEXT,
  counted,
  shownNumber,
  OwnerLink,
} from '@mcp-portal/plugin-mcp-react';

const STEP = 8;

const TeamPart = ({ team }: { team: BlastRadius['teams'][number] }) => {
  const [all, setAll] = useState(false);
  const shown = all ? team.dependents : team.dependents.slice(0, STEP);
  const left = team.dependents.length - shown.length;
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <Box sx={{ fontWeight: 'fontWeightBold' }}>
        <OwnerLink owner={team.owner} />{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
          {counted(team.dependents.length, 'agent')}
        </Box>
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {shown.map(dependent => (
          <Box
            component="li"
            key={dependent.ref}
            sx={{ overflowWrap: 'anywhere', ...LINKS_IN_TEXT }}
          >
            <EntityRefLink entityRef={dependent.ref} hideIcon>
              {dependent.title ?? dependent.name}
            </EntityRefLink>{' '}
            {dependent.versionRange ? (
              <code>{dependent.versionRange}</code>
            ) : (
              'follows the newest'
            )}
            {dependent.tools ? (
              <>
                , calls <code>{dependent.tools.join(', ')}</code>
              </>
            ) : (
              ', does not say which tools it calls'
            )}
          </Box>
        ))}
      </Box>
      {left > 0 && (
        <Button
          size="small"
          onClick={() => setAll(true)}
          sx={{ textTransform: 'none' }}
        >
          Show {shownNumber(left)} more
        </Button>
      )}
    </Box>
  );
};

/** Whom something breaks, team by team, each agent by name. */
export const BlastRadiusList = ({ breaks }: { breaks: BlastRadius }) => (
  <Box
    component="ul"
    aria-label="Agents that it breaks, by team"
    sx={{
      listStyle: 'none',
      m: 0,
      p: 0,
      display: 'grid',
      gap: 1,
      typography: 'body2',
    }}
  >
    {breaks.teams.map(team => (
      <TeamPart key={team.owner.ref} team={team} />
    ))}
  </Box>
);

/** `It breaks 3 agents of 2 teams.` */
export function breaksWords(breaks: BlastRadius): string {
  return breaks.total === 0
    ? 'No agent that you may see is known to break.'
    : `It breaks ${counted(breaks.total, 'agent')} of ${counted(
        breaks.teams.length,
        'team',
      )}.`;
}
