import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import type { Alert } from '@mcp-portal/plugin-mcp-cost-common';
import { LevelWord, shownNumber } from '@mcp-portal/plugin-mcp-react';
import { useCostLinks } from '../../useCostLinks';
import { Tile } from '../../components/answer';

/** As many as an overview holds; there may be more. */
const MOST_TOLD = 20;

/** What somebody should look at now. */
export const AlertsTile = ({ alerts }: { alerts: Alert[] }) => {
  const { alerts: href } = useCostLinks();
  const worst = alerts.find(({ level }) => level === 'problem') ?? alerts[0];
  return (
    <Tile
      title="Open alerts"
      number={
        <Link to={href()} color="inherit">
          {shownNumber(alerts.length)}
          {alerts.length >= MOST_TOLD && '+'}
        </Link>
      }
    >
      {worst ? (
        <Box sx={{ overflowWrap: 'anywhere' }}>
          <LevelWord level={worst.level}>
            <Link to={worst.link}>{worst.title}</Link>
          </LevelWord>
        </Box>
      ) : (
        <LevelWord level="good">Nothing is open</LevelWord>
      )}
    </Tile>
  );
};
