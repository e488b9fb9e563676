/**
 * Knows when agents last called servers.
 * @public
 */
export interface McpCallSource {
  /**
   * When each agent last called a server, as far as is known.
   *
   * Called for each look at a server's consumers: answer from what is summed up
   * already. When it fails, the registry says that calls are not known.
   *
   * @param serverRef - complete entity ref of the server, in lower case
   * @returns ISO instants (UTC), by the agents' complete entity refs in lower case
   */
  lastCalls(serverRef: string): Promise<Map<string, string>>;
}
