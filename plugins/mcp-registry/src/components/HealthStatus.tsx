import type { ServerHealth } from '@mcp-portal/plugin-mcp-registry-common';
import { LevelWord } from './LevelWord';
import { LEVELS } from './levels';

/** A server's health in a word; the reason, and how old it is, in the tooltip. */
export const HealthStatus = ({ health }: { health: ServerHealth }) => {
  const { word } = LEVELS[health.level];
  return (
    <LevelWord level={health.level} reason={health.reason} noWrap>
      {health.stale ? `${word}, stale` : word}
    </LevelWord>
  );
};
