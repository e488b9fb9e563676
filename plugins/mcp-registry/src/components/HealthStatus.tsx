import Box from '@mui/material/Box';
import type { ServerHealth } from '@mcp-portal/plugin-mcp-registry-common';
import { LevelWord, RelativeTime } from '@mcp-portal/plugin-mcp-react';

const HealthAge = ({ health }: { health: ServerHealth }) => {
  if (health.running) {
    return <>being asked now</>;
  }
  if (health.stale && health.lastGoodAt) {
    return (
      <>
        stale, from <RelativeTime at={health.lastGoodAt} />
      </>
    );
  }
  return health.lastAttemptAt ? (
    <>
      {/* Nobody knows its health, so the attempt may not have reached it. */}
      {health.level === 'unknown' ? 'tried' : 'asked'}{' '}
      <RelativeTime at={health.lastAttemptAt} />
    </>
  ) : (
    <>never asked</>
  );
};

/** A server's health in a word, with how old the knowledge is below it. */
export const HealthStatus = ({ health }: { health: ServerHealth }) => (
  <Box sx={{ minWidth: 0, lineHeight: 1.4 }}>
    <LevelWord level={health.level} reason={health.reason} noWrap />
    <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
      <HealthAge health={health} />
    </Box>
  </Box>
);
