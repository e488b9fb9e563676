import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { splitCommandLine } from './commandLine';
import type { ConnectOptions, ConnectTarget } from './ConnectTarget';
import { packageTarget } from './packageTarget';

/**
 * The ways to reach a server, from what its entity declares: remotes first,
 * since they need nothing installed, then packages. A command line is taken
 * only where no package says the same better.
 * @public
 */
export function connectOptions(
  server: Pick<ServerDetail, 'remotes' | 'packages' | 'seen'>,
): ConnectOptions {
  const targets: ConnectTarget[] = [];
  const notes: string[] = [];

  for (const { type, url } of server.remotes) {
    if (type === 'streamable-http' || type === 'http' || type === 'sse') {
      targets.push({
        kind: type === 'sse' ? 'sse' : 'streamable-http',
        label: url,
        url,
      });
    }
  }
  for (const declared of server.packages) {
    const derived = packageTarget(declared);
    targets.push(...derived.targets);
    notes.push(...derived.notes);
  }
  for (const { type, url } of server.remotes) {
    const known = ['streamable-http', 'http', 'sse'].includes(type);
    if (type === 'stdio' && server.packages.length === 0) {
      const words = splitCommandLine(url);
      if (words) {
        const [command, ...args] = words;
        targets.push({ kind: 'stdio', label: url, command, args, env: [] });
      } else {
        notes.push(`The command \`${url}\` needs a shell; adapt it by hand.`);
      }
    } else if (!known && type !== 'stdio') {
      notes.push(`Clients do not know the transport ${type} of ${url}.`);
    }
  }
  if (server.seen?.credential) {
    notes.push(
      `The portal calls it with its credential ${server.seen.credential}. You need one of your own: the catalog does not say of which kind, so ask the owner.`,
    );
  }
  return { targets, notes };
}
