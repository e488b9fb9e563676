import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import {
  LevelWord,
  LoadProblem,
  counted,
  shownNumber,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { useServerConventions } from '../../api';
import { useServerLinks } from '../../useServerLinks';
import { Sentence } from '../versions/Sentence';
import { byUrgency } from './byUrgency';
import { ScoreNumber } from './ScoreNumber';
import { ScoreTrend } from './ScoreTrend';
import { SeverityWord } from './SeverityWord';

const SHOWN = 4;

/** How well a server keeps the organisation's conventions, and what to mend first. */
export const ConventionsBrief = ({ server }: { server: ServerDetail }) => {
  const { value, error, loading, reload } = useServerConventions(
    server.ref,
    server.health.lastAttemptAt,
  );
  const report = value?.report;
  const broken = report ? byUrgency(report.conventions, 'broken') : [];
  const skipped =
    report?.conventions.filter(({ outcome }) => outcome === 'skipped') ?? [];
  return (
    <>
      {error && (
        <LoadProblem
          what="The conventions"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {value === undefined && loading && (
        <Skeleton variant="rounded" height={140} />
      )}
      {value === null && !error && (
        <Typography variant="body2">
          Nobody has checked it yet: it is checked each time it answers.
        </Typography>
      )}
      {value && report && (
        <>
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: 'auto minmax(80px, 1fr)',
              gap: 2,
              alignItems: 'center',
            }}
          >
            <ScoreNumber score={report.score} />
            <ScoreTrend trend={value.trend} />
          </Box>
          {report.toolListTokens !== undefined && (
            <Typography variant="body2" component="p" sx={{ m: 0, mt: 1 }}>
              Loading its tools costs a model{' '}
              <strong>{shownNumber(report.toolListTokens)} tokens</strong>.
            </Typography>
          )}
          <Box
            component="ul"
            sx={{ listStyle: 'none', p: 0, m: 0, mt: 1, typography: 'body2' }}
          >
            {broken.slice(0, SHOWN).map(convention => (
              <Box component="li" key={convention.id} sx={{ mb: 1 }}>
                <SeverityWord severity={convention.severity}>
                  {convention.title} ({shownNumber(convention.broken)} of{' '}
                  {shownNumber(convention.checked)})
                </SeverityWord>
                <Box sx={{ color: 'text.secondary', pl: 3.25 }}>
                  <Sentence text={convention.fix} />
                </Box>
              </Box>
            ))}
            {broken.length === 0 && (
              <li>
                <LevelWord level="good">
                  All that was checked is as it should be.
                </LevelWord>
              </li>
            )}
          </Box>
          {(broken.length > SHOWN || skipped.length > 0) && (
            <Typography
              variant="body2"
              component="p"
              sx={{ m: 0, color: 'text.secondary' }}
            >
              {[
                broken.length > SHOWN &&
                  counted(
                    broken.length - SHOWN,
                    'more to mend',
                    'more to mend',
                  ),
                skipped.length > 0 &&
                  `${counted(
                    skipped.length,
                    'convention',
                  )} could not be checked`,
              ]
                .filter(Boolean)
                .join('; ')}
              .
            </Typography>
          )}
        </>
      )}
    </>
  );
};

export const ConventionsCard = ({ server }: { server: ServerDetail }) => (
  <Section
    title="Conventions"
    action={
      <Link to={useServerLinks().conventions(server)}>All conventions</Link>
    }
  >
    <ConventionsBrief server={server} />
  </Section>
);
