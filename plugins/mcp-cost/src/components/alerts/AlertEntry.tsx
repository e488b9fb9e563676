import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { Alert } from '@mcp-portal/plugin-mcp-cost-common';
import { LevelWord, RelativeTime } from '@mcp-portal/plugin-mcp-react';
import { shownDuration } from '../period';
import { AlertFacts } from './AlertFacts';
import { TIER_WORDS } from './alertWords';

const AlertAge = ({ alert }: { alert: Alert }) =>
  alert.resolvedAt ? (
    <>
      Over <RelativeTime at={alert.resolvedAt} />; it lasted{' '}
      {shownDuration(alert.startedAt, alert.resolvedAt)}
    </>
  ) : (
    <>
      Since <RelativeTime at={alert.startedAt} />
    </>
  );

/** One alert: what happened, what to do, and where the evidence is. */
export const AlertEntry = (props: {
  alert: Alert;
  /** Whom it is about is said by the page already. */
  withoutSubject?: boolean;
}) => {
  const { alert, withoutSubject } = props;
  const tier = TIER_WORDS[alert.tier];
  const over = Boolean(alert.resolvedAt);
  return (
    <Box
      component="li"
      sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider', minWidth: 0 }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1,
        }}
      >
        <LevelWord level={over ? 'good' : alert.level}>
          <Typography
            variant="body1"
            component="h3"
            sx={{ m: 0, fontWeight: 'fontWeightBold' }}
          >
            {alert.title}
          </Typography>
        </LevelWord>
        <Tooltip title={tier.meaning} describeChild>
          <Chip
            component="span"
            size="small"
            variant="outlined"
            label={tier.word}
            sx={{ m: 0, height: 20 }}
          />
        </Tooltip>
        {over && (
          <Chip
            component="span"
            size="small"
            variant="outlined"
            label="Over"
            sx={{ m: 0, height: 20 }}
          />
        )}
      </Box>
      <Box sx={{ pl: 3.25, mt: 0.5, display: 'grid', gap: 0.5 }}>
        <Typography variant="body2" component="p" sx={{ m: 0 }}>
          {alert.message}
        </Typography>
        {!over && (
          <Typography variant="body2" component="p" sx={{ m: 0 }}>
            <strong>What to do:</strong> {alert.advice}
          </Typography>
        )}
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2,
            rowGap: 0.5,
            alignItems: 'center',
            color: 'text.secondary',
          }}
        >
          <span>
            <AlertAge alert={alert} />
          </span>
          {!withoutSubject && alert.teamRef && (
            <EntityRefLink entityRef={alert.teamRef} defaultKind="group" />
          )}
          {!withoutSubject && alert.serverRef && (
            <EntityRefLink entityRef={alert.serverRef} defaultKind="api" />
          )}
          <Link to={alert.link} aria-label={`Evidence of: ${alert.title}`}>
            Evidence
          </Link>
        </Box>
        <div>
          <AlertFacts alert={alert} />
        </div>
      </Box>
    </Box>
  );
};
