import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { HealthDay } from '@mcp-portal/plugin-mcp-registry-common';
import { counted, shownLatency } from '@mcp-portal/plugin-mcp-react';
import { daysUpTo } from './daysUpTo';

const HEIGHT_PX = 36;

const DayBar = ({ day, health }: { day: string; health?: HealthDay }) => {
  const total = health ? health.ok + health.failed : 0;
  const failedShare = health && total > 0 ? health.failed / total : 0;
  return (
    <Box
      title={dayText(day, health)}
      sx={{
        flex: 1,
        minWidth: 4,
        display: 'flex',
        flexDirection: 'column',
        borderRadius: 0.5,
        overflow: 'hidden',
        // A day without an attempt is an outline, not a colour.
        border: total === 0 ? 1 : 0,
        borderColor: 'divider',
      }}
    >
      {total > 0 && (
        <>
          {/* Failures grow from the top, so that they show without colour. */}
          <Box
            sx={{
              height: `${
                failedShare > 0 ? Math.max(20, failedShare * 100) : 0
              }%`,
              bgcolor: 'error.main',
              mb: failedShare > 0 && failedShare < 1 ? '2px' : 0,
            }}
          />
          <Box sx={{ flex: 1, bgcolor: 'success.main' }} />
        </>
      )}
    </Box>
  );
};

function dayText(day: string, health?: HealthDay): string {
  if (!health) {
    return `${day}: no attempt`;
  }
  const latency =
    health.meanLatencyMs === undefined
      ? ''
      : `, ${shownLatency(health.meanLatencyMs)} on average`;
  return `${day}: answered ${counted(health.ok, 'time')}, failed ${counted(
    health.failed,
    'time',
  )}${latency}`;
}

/** A bar for each day: how many attempts went well, how many failed. */
export const HealthStrip = (props: {
  days: HealthDay[];
  length: number;
  today?: Date;
}) => {
  const { days, length, today = new Date() } = props;
  const known = new Map(days.map(day => [day.day, day]));
  const shown = daysUpTo(today, length);
  const failed = days.filter(day => day.failed > 0).length;
  return (
    <Box>
      <Box
        role="img"
        aria-label={`The last ${length} days: ${counted(
          days.length - failed,
          'day',
        )} without a failure, ${failed} with failures, ${
          length - days.length
        } without an attempt.`}
        sx={{ display: 'flex', gap: '2px', height: HEIGHT_PX }}
      >
        {shown.map(day => (
          <DayBar key={day} day={day} health={known.get(day)} />
        ))}
      </Box>
      <Typography
        variant="caption"
        component="div"
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          color: 'text.secondary',
          mt: 0.5,
        }}
      >
        <span>{length} days ago</span>
        <span>today</span>
      </Typography>
    </Box>
  );
};
