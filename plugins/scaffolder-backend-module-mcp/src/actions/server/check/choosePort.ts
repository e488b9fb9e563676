import { OperatorSettings } from '@mcp-portal/plugin-mcp-templates-node';

import type { Problems } from '../../../problems';
import type { TakenRemote } from './readTakenRemotes';

/** The smallest port that no registered server has. */
export function choosePort(
  { url, ports }: OperatorSettings['servers'],
  { taken, problems }: { taken: TakenRemote[]; problems: Problems },
): number {
  const used = new Set(taken.map(remote => Number(remote.url.port)));
  for (let port = ports.from; port <= ports.to; port += 1) {
    if (!used.has(port)) {
      return port;
    }
  }
  // Behind a name of its own a server can have any port.
  if (url.includes('{port}')) {
    problems.add(
      'port',
      `the ports from ${ports.from} to ${ports.to} are all taken. Ask who runs the portal for more (mcpTemplates.servers.ports).`,
    );
  }
  return ports.from;
}
