import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type {
  HealthLevel,
  Removal,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  LevelWord,
  LINKS_IN_TEXT,
  OwnerLink,
  shownNumber,
  shownDay,
} from '@mcp-portal/plugin-mcp-react';
import { daysUntil, Replacement, Sunset } from '../../components';
import { useServerLinks } from '../../useServerLinks';

/** From here on, whoever is still on it has to hurry. */
const SOON_DAYS = 30;

function levelOf({ sunsetOn, consumers }: Removal): HealthLevel {
  if (!sunsetOn) {
    return 'unknown';
  }
  const left = daysUntil(sunsetOn, new Date());
  if (consumers === 0) {
    return 'good';
  }
  return left < 0 ? 'problem' : 'attention';
}

const Day = ({ removal }: { removal: Removal }) => {
  const { sunsetOn } = removal;
  if (!sunsetOn) {
    return <LevelWord level="unknown">No day set</LevelWord>;
  }
  const left = daysUntil(sunsetOn, new Date());
  return (
    <>
      <Box
        component="span"
        sx={{ fontWeight: left <= SOON_DAYS ? 'fontWeightBold' : undefined }}
      >
        <LevelWord level={levelOf(removal)}>
          <span>
            {left < 0 && 'was due '}
            <Sunset day={sunsetOn} />
          </span>
        </LevelWord>
      </Box>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
        {shownDay(sunsetOn)}
      </Box>
    </>
  );
};

const Consumers = ({ removal }: { removal: Removal }) =>
  removal.consumers === 0 ? (
    <LevelWord level="good">Nobody is on it</LevelWord>
  ) : (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {removal.teams.map(({ owner, count }) => (
        <li key={owner.ref}>
          <OwnerLink owner={owner} />{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {shownNumber(count)}
          </Box>
        </li>
      ))}
    </Box>
  );

export const RemovalTable = ({ removals }: { removals: Removal[] }) => {
  const links = useServerLinks();
  return (
    <TableContainer tabIndex={0} role="region" aria-label="About to be removed">
      <Table
        size="small"
        sx={{ '& td': { verticalAlign: 'top', lineHeight: 1.43 } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>Goes</TableCell>
            <TableCell>Version</TableCell>
            <TableCell>Owner</TableCell>
            <TableCell>Why, and what instead</TableCell>
            <TableCell>Agents still on it</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {removals.map(removal => {
            const { server, version, replacement } = removal;
            return (
              <TableRow key={`${server.ref} ${version}`}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <Day removal={removal} />
                </TableCell>
                <TableCell sx={{ minWidth: 160 }}>
                  <Link to={links.server(server)}>
                    {server.title ?? server.name}
                  </Link>{' '}
                  <Link to={links.version(server, version)}>{version}</Link>
                </TableCell>
                <TableCell sx={{ minWidth: 140 }}>
                  <OwnerLink owner={server.owner} />
                </TableCell>
                <TableCell
                  sx={{
                    minWidth: 200,
                    overflowWrap: 'anywhere',
                    ...LINKS_IN_TEXT,
                  }}
                >
                  {removal.reason}
                  {replacement && (
                    <>
                      {' '}
                      Use <Replacement of={server} replacement={replacement} />.
                    </>
                  )}
                </TableCell>
                <TableCell sx={{ minWidth: 180 }}>
                  <Consumers removal={removal} />
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
