import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { VersionLine } from '@mcp-portal/plugin-mcp-registry-common';
import {
  LevelWord,
  LINKS_IN_TEXT,
  counted,
} from '@mcp-portal/plugin-mcp-react';
import { Replacement } from '../versions/Replacement';
import { Sunset } from '../versions/Sunset';
import { daysUntil } from '../versions/sunset';
import { ConsumerTable } from './ConsumerTable';

function levelOf(line: VersionLine) {
  const { status, older, sunsetOn, consumers } = line;
  if (consumers.length === 0) {
    return 'good';
  }
  if (status === 'deleted') {
    return 'problem';
  }
  if (sunsetOn && daysUntil(sunsetOn, new Date()) < 0) {
    return 'problem';
  }
  return status === 'deprecated' || older ? 'attention' : 'good';
}

function statusWord({ status, older }: VersionLine): string {
  if (status !== 'active') {
    return status;
  }
  return older ? 'older' : 'newest';
}

/** One line of versions, and the agents that are on it. */
export const LinePart = (props: {
  of: { namespace: string; name: string };
  line: VersionLine;
  callsKnown: boolean;
}) => {
  const { of, line, callsKnown } = props;
  const { sunsetOn, replacement, consumers } = line;
  return (
    <Box component="section" aria-label={`Line ${line.line}`} sx={{ mt: 2 }}>
      <Typography
        variant="subtitle2"
        component="h4"
        sx={{ m: 0, mb: 0.5, fontWeight: 'fontWeightBold' }}
      >
        <LevelWord level={levelOf(line)}>
          <span>
            {line.line}, {statusWord(line)}:{' '}
            {counted(consumers.length, 'agent')}
            <Box component="span" sx={{ fontWeight: 400, ...LINKS_IN_TEXT }}>
              {' '}
              (newest {line.newest}
              {sunsetOn && (
                <>
                  ; to be removed <Sunset day={sunsetOn} />
                </>
              )}
              {replacement && (
                <>
                  ; use <Replacement of={of} replacement={replacement} />
                </>
              )}
              )
            </Box>
          </span>
        </LevelWord>
      </Typography>
      {consumers.length > 0 && (
        <ConsumerTable
          label={`Agents on ${line.line}`}
          consumers={consumers}
          callsKnown={callsKnown}
        />
      )}
    </Box>
  );
};
