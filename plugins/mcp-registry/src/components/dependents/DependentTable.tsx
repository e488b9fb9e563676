import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Dependent } from '@mcp-portal/plugin-mcp-registry-common';
import {
  LevelWord,
  OwnerLink,
  RelativeTime,
  capitalised,
} from '@mcp-portal/plugin-mcp-react';
import { UsedTools } from './UsedTools';

/** What the portal knows a dependent by. */
const EVIDENCE_WORDS: Record<Dependent['evidence'], string> = {
  declared: 'Declared in the catalog',
  observed: 'Observed: it called the server',
};

export const DependentTable = (props: {
  dependents: Dependent[];
  toolHref: (tool: string) => string;
}) => (
  <TableContainer tabIndex={0} role="region" aria-label="Dependents">
    <Table size="small" sx={{ '& td': { verticalAlign: 'top' } }}>
      <TableHead>
        <TableRow>
          <TableCell>Agent</TableCell>
          <TableCell>Owner</TableCell>
          <TableCell>Evidence</TableCell>
          <TableCell>Last call</TableCell>
          <TableCell>Versions</TableCell>
          <TableCell>Tools</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {props.dependents.map(dependent => (
          <TableRow key={dependent.ref}>
            <TableCell sx={{ minWidth: 160 }}>
              <EntityRefLink entityRef={dependent.ref} hideIcon>
                {dependent.title ?? dependent.name}
              </EntityRefLink>
              <Typography
                variant="caption"
                component="div"
                sx={{ color: 'text.secondary' }}
              >
                {capitalised(dependent.lifecycle)}
              </Typography>
            </TableCell>
            <TableCell>
              <OwnerLink owner={dependent.owner} />
            </TableCell>
            <TableCell sx={{ minWidth: 150 }}>
              {EVIDENCE_WORDS[dependent.evidence]}
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              {dependent.lastSeen ? (
                <RelativeTime at={dependent.lastSeen} />
              ) : (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  Not seen
                </Box>
              )}
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              {dependent.versionRange ? (
                <code>{dependent.versionRange}</code>
              ) : (
                'any'
              )}
            </TableCell>
            <TableCell sx={{ minWidth: 180 }}>
              <UsedTools
                tools={dependent.tools}
                missing={dependent.missingTools}
                toolHref={props.toolHref}
              />
              {dependent.missingTools.length > 0 && (
                <div>
                  <LevelWord level="problem">
                    {dependent.missingTools.length === 1
                      ? 'One of them does not exist'
                      : `${dependent.missingTools.length} of them do not exist`}
                  </LevelWord>
                </div>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </TableContainer>
);
