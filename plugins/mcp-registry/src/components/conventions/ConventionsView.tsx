import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import {
  EmptyNote,
  LoadProblem,
  counted,
  shownNumber,
  RelativeTime,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { useServerConventions } from '../../api';
import { conventionsRouteRef } from '../../routes';
import { BrokenConvention } from './BrokenConvention';
import { byUrgency } from './byUrgency';
import { OtherConventions } from './OtherConventions';
import { ScoreNumber } from './ScoreNumber';
import { ScoreTrend } from './ScoreTrend';

/** What a server should do better, each with where and how. */
export const ConventionsView = ({ server }: { server: ServerDetail }) => {
  const { value, error, loading, reload } = useServerConventions(
    server.ref,
    server.health.lastAttemptAt,
  );
  const all = useRouteRef(conventionsRouteRef)?.();
  if (value === null && !error) {
    return (
      <EmptyNote title="Not checked yet">
        Each time the server answers, its contract is held against the
        organisation&apos;s conventions. It has never answered since there are
        any.
      </EmptyNote>
    );
  }
  const report = value?.report;
  const broken = report ? byUrgency(report.conventions, 'broken') : [];
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
      {!value && loading && (
        <Box
          role="status"
          aria-busy="true"
          aria-label="Loading the conventions"
        >
          <Skeleton width="30ch" height={48} />
          <Skeleton variant="rounded" height={320} />
        </Box>
      )}
      {value && report && (
        <>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 4,
              rowGap: 1,
              alignItems: 'center',
            }}
          >
            <ScoreNumber score={report.score} />
            <Box sx={{ width: 220 }}>
              <ScoreTrend trend={value.trend} />
            </Box>
            <Typography
              variant="body2"
              component="p"
              sx={{ m: 0, flex: '1 1 280px' }}
            >
              {broken.length === 0
                ? 'All that was checked is as it should be.'
                : `${counted(
                    broken.length,
                    'convention is',
                    'conventions are',
                  )} not kept, in ${counted(
                    report.totalFindings,
                    'place',
                  )}.`}{' '}
              {report.toolListTokens !== undefined &&
                `Loading its tools costs a model ${shownNumber(
                  report.toolListTokens,
                )} tokens. `}
              Checked <RelativeTime at={value.checkedAt} />.
            </Typography>
          </Box>
          {broken.length > 0 && (
            <Section
              title="What to mend"
              action={all && <Link to={all}>All servers</Link>}
            >
              {broken.map(convention => (
                <BrokenConvention
                  key={convention.id}
                  server={server}
                  convention={convention}
                  findings={report.findings.filter(
                    finding => finding.convention === convention.id,
                  )}
                />
              ))}
            </Section>
          )}
          <OtherConventions
            title="Not checked, and why"
            conventions={byUrgency(report.conventions, 'skipped')}
          />
          <OtherConventions
            title="Kept"
            conventions={byUrgency(report.conventions, 'kept')}
          />
        </>
      )}
    </>
  );
};
