/** Where the web app mounts the pages of cost. */
const COSTS = '/mcp-costs';

/** Where the portal shows a team's budget, and takes what it asks for. */
export function budgetPath(teamRef: string): string {
  return `${COSTS}/budgets?${new URLSearchParams({ search: teamRef })}`;
}

/** What a team spent on some days, by server; `to` is the day after the last. */
export function breakdownPath(
  teamRef: string,
  days: { from: string; to: string },
): string {
  return `${COSTS}/breakdown?${new URLSearchParams({
    team: teamRef,
    ...days,
  })}`;
}

/** How a server's calls went on some days. */
export function qualityPath(
  serverRef: string,
  days: { from: string; to: string },
): string {
  return `${COSTS}/quality?${new URLSearchParams({
    server: serverRef,
    ...days,
  })}`;
}

/** The registry's page of a server. */
export function serverPath(serverRef: string): string {
  const [, namespace, name] = /^[^:]*:([^/]*)\/(.*)$/.exec(serverRef) ?? [];
  return `/mcp-servers/${encodeURIComponent(
    namespace ?? 'default',
  )}/${encodeURIComponent(name ?? serverRef)}`;
}
