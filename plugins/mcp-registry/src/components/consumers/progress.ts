import type {
  ConsumerProgress,
  VersionLine,
} from '@mcp-portal/plugin-mcp-registry-common';
import { counted } from '@mcp-portal/plugin-mcp-react';

/** Lines that somebody has to leave come first, the most urgent before all. */
export function byAttention(lines: VersionLine[]): VersionLine[] {
  const urgency = (line: VersionLine) => {
    if (line.consumers.length === 0) {
      return 3;
    }
    if (line.status !== 'active') {
      return 0;
    }
    return line.older ? 1 : 2;
  };
  // Sorting is stable: within the same urgency the newest stays first.
  return [...lines].sort((a, b) => urgency(a) - urgency(b));
}

/** How many agents still have to move. */
export function progressWords(progress: ConsumerProgress): string {
  const { lines, unmet } = progress;
  const all = lines.reduce((sum, line) => sum + line.consumers.length, 0);
  const behind = lines
    .filter(line => line.older || line.status !== 'active')
    .reduce((sum, line) => sum + line.consumers.length, 0);
  if (all + unmet.length === 0) {
    return 'No agent that you may see is known to use it.';
  }
  if (behind === 0) {
    return unmet.length === 0
      ? `${
          all === 1 ? 'The one agent is' : `All ${counted(all, 'agent')} are`
        } on the newest line.`
      : `${counted(unmet.length, 'agent')} of ${
          all + unmet.length
        } can’t find a version to use.`;
  }
  return `${counted(behind, 'agent')} of ${all + unmet.length} ${
    behind === 1 ? 'has' : 'have'
  } still to move.`;
}
