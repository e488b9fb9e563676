import type { StdioRule } from '../rules/StdioRule';
import type { ServerToAsk } from '../ContractAsker';

/**
 * Whether the entity says which headers a client has to send to a remote, or
 * to a package that is served over HTTP, as `server.json` does.
 */
export function declaresHeaders(server: ServerToAsk, url: URL): boolean {
  return (
    server.remotes.some(
      remote => sameUrl(remote.url, url) && isFilled(remote.headers),
    ) ||
    server.packages.some(
      ({ transport }) =>
        transport?.url !== undefined &&
        sameUrl(transport.url, url) &&
        isFilled((transport as { headers?: unknown }).headers),
    )
  );
}

/**
 * How a client gets in to a server that it starts itself: by the variables that
 * its package declares. One that the operator gives a secret which the package
 * does not speak of wants something and does not say what.
 */
export function entryOfProcess(
  server: ServerToAsk,
  rule: StdioRule,
): 'none' | 'declared' | 'undeclared' {
  const declared = server.packages.some(
    one =>
      one.registryType === rule.registryType &&
      one.identifier === rule.identifier &&
      one.version === rule.version &&
      isFilled(one.environmentVariables),
  );
  if (declared) {
    return 'declared';
  }
  return Object.values(rule.env).some(value => 'fromEnv' in value)
    ? 'undeclared'
    : 'none';
}

function sameUrl(text: string, url: URL): boolean {
  return URL.canParse(text) && new URL(text).href === url.href;
}

function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}
