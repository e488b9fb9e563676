import { AskError } from './attempt/AskError';
import { plainText } from '@mcp-portal/plugin-mcp-node';
import { displayUrl } from './attempt/foreignText';
import type { ServerToAsk } from './ContractAsker';
import { HostRules } from './http/HostRules';
import { packageName, StdioRule } from './rules/StdioRule';

/** One way to reach a server that the operator allows. */
export type Endpoint =
  | { transport: 'streamable-http' | 'sse'; name: string; url: URL }
  | { transport: 'stdio'; name: string; rule: StdioRule };

const TRANSPORT_OF: Record<string, 'streamable-http' | 'sse'> = {
  'streamable-http': 'streamable-http',
  http: 'streamable-http',
  sse: 'sse',
};

/**
 * The ways to ask a server, best first: streamable HTTP, SSE, then a process.
 * A process is only ever the operator's: what an entity says is compared with
 * the operator's list, and its own commands and arguments are never looked at.
 *
 * @throws AskError `refused`, when there is none, that says what to add.
 */
export function chooseEndpoints(
  server: ServerToAsk,
  rules: { hosts: HostRules; stdio: StdioRule[] },
): Endpoint[] {
  const refusals: string[] = [];
  const endpoints: Endpoint[] = [];

  for (const kind of ['streamable-http', 'sse'] as const) {
    for (const remote of server.remotes) {
      if (TRANSPORT_OF[remote.type.toLocaleLowerCase('en-US')] !== kind) {
        continue;
      }
      try {
        const url = readUrl(remote.url);
        rules.hosts.require(url);
        endpoints.push({ transport: kind, name: displayUrl(url), url });
      } catch (error) {
        refusals.push((error as AskError).message);
      }
    }
  }
  for (const declared of server.packages) {
    const rule = rules.stdio.find(
      one =>
        one.registryType === declared.registryType &&
        one.identifier === declared.identifier &&
        one.version === declared.version,
    );
    if (rule) {
      endpoints.push({ transport: 'stdio', name: packageName(rule), rule });
    } else {
      refusals.push(packageRefusal(declared));
    }
  }
  if (endpoints.length === 0) {
    throw new AskError(
      'refused',
      [...new Set(refusals)].slice(0, 3).join(' ') || nothingDeclared(server),
    );
  }
  return endpoints;
}

function readUrl(text: string): URL {
  if (!URL.canParse(text)) {
    throw new AskError(
      'refused',
      `The remote's url "${plainText(text, 80)}" is not a URL.`,
    );
  }
  return new URL(text);
}

function packageRefusal(declared: ServerToAsk['packages'][number]): string {
  const what = plainText(
    `${declared.registryType} package ${packageName(declared)}`,
    120,
  );
  return declared.version
    ? `The ${what} may not be started. Add exactly this package and version to mcpRegistry.introspection.stdio.`
    : `The ${what} may not be started: its version must be declared, and listed in mcpRegistry.introspection.stdio.`;
}

function nothingDeclared({ remotes }: ServerToAsk): string {
  return remotes.some(remote => remote.type === 'stdio')
    ? "The portal runs nobody's command. Declare the package and its version in spec.packages, and add it to mcpRegistry.introspection.stdio."
    : 'There is no remote of type streamable-http or sse and no package to ask.';
}
