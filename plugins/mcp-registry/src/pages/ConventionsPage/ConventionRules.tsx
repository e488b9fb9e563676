import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Convention } from '@mcp-portal/mcp-contract';
import {
  type Loaded,
  LoadProblem,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { Sentence, SeverityWord } from '../../components';

const RuleRow = ({ rule }: { rule: Convention }) => {
  const options = Object.entries(rule.options).filter(
    ([, value]) => value !== '',
  );
  return (
    <TableRow id={rule.id}>
      <TableCell sx={{ minWidth: 180 }}>
        {rule.title}
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
          <code>{rule.id}</code>
        </Box>
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <SeverityWord severity={rule.severity} />
      </TableCell>
      <TableCell sx={{ minWidth: 220 }}>{rule.why}</TableCell>
      <TableCell sx={{ minWidth: 220 }}>
        <Sentence text={rule.fix} />
        {options.length > 0 && (
          <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
            {options.map(([name, value]) => (
              <div key={name}>
                <code>
                  {name}: {String(value)}
                </code>
              </div>
            ))}
          </Box>
        )}
      </TableCell>
    </TableRow>
  );
};

/** The conventions as the platform team has set them. */
export const ConventionRules = ({ rules }: { rules: Loaded<Convention[]> }) => {
  const { value, error, loading, reload } = rules;
  return (
    <Section title="The conventions">
      {error && (
        <LoadProblem
          what="The conventions"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Skeleton variant="rounded" height={200} />}
      {value && (
        <TableContainer tabIndex={0} role="region" aria-label="All conventions">
          <Table
            size="small"
            sx={{ '& td': { verticalAlign: 'top', lineHeight: 1.43 } }}
          >
            <TableHead>
              <TableRow>
                <TableCell>Convention</TableCell>
                <TableCell>Severity</TableCell>
                <TableCell>Why</TableCell>
                <TableCell>What to do</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {value.map(rule => (
                <RuleRow key={rule.id} rule={rule} />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Section>
  );
};
