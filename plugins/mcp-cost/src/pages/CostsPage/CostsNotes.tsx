import type { ReactNode } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import {
  counted,
  LINKS_IN_TEXT,
  LevelWord,
  RelativeTime,
  SampleMark,
} from '@mcp-portal/plugin-mcp-react';

/** Later than this, the newest usage is missing from the sums. */
const LATE_AFTER_MS = 5 * 60_000;
const TEAMS_NAMED = 3;

const SeenTeams = ({ teams }: { teams: string[] }) => {
  if (teams.length === 0) {
    return <>You belong to no team, so there is nothing that you may see.</>;
  }
  const named: ReactNode[] = teams.slice(0, TEAMS_NAMED).map((team, index) => (
    <span key={team}>
      {index > 0 && ', '}
      <EntityRefLink entityRef={team} hideIcon />
    </span>
  ));
  return (
    <>
      You see what {named}
      {teams.length > TEAMS_NAMED &&
        ` and ${counted(teams.length - TEAMS_NAMED, 'other team')}`}{' '}
      spend, and who uses the servers that they own.
    </>
  );
};

/** Whose usage this is, how fresh, and whether it is a sample. */
export const CostsNotes = ({ overview }: { overview: CostOverview }) => {
  const { sees, summedUntil, sample } = overview;
  const late =
    summedUntil !== undefined &&
    Date.now() - Date.parse(summedUntil) > LATE_AFTER_MS;
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 0.5,
        mt: 1,
        color: 'text.secondary',
        ...LINKS_IN_TEXT,
      }}
    >
      {sample && <SampleMark />}
      <span>
        {sees.all ? 'You see all teams.' : <SeenTeams teams={sees.teams} />}
      </span>
      {late && (
        <LevelWord
          level="attention"
          reason="Usage is taken in, and is added to the sums later."
        >
          Usage is added up until <RelativeTime at={summedUntil} /> only
        </LevelWord>
      )}
      {!late && summedUntil && (
        <span>
          Added up <RelativeTime at={summedUntil} />. Days are UTC.
        </span>
      )}
    </Box>
  );
};
