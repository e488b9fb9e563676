import { Command } from 'commander';

import { CliError } from '../CliError';
import { PortalClient } from '../portal/PortalClient';
import type { Context } from './Context';
import { readUrl } from './readTarget';

/** Which server of which portal. */
export interface PortalOptions {
  portal?: string;
  server: string;
  timeout: number;
}

export function addPortalOptions(command: Command): Command {
  return command
    .option('--portal <url>', "the portal's base URL (default: MCP_PORTAL_URL)")
    .requiredOption(
      '--server <ref>',
      "the server's name in the catalog, or its whole entity ref",
    );
}

export function connectPortal(
  options: PortalOptions,
  { io }: Context,
): PortalClient {
  const portal = options.portal ?? io.env.MCP_PORTAL_URL;
  if (!portal) {
    throw new CliError(
      'Say which portal: --portal URL, or MCP_PORTAL_URL in the environment.',
    );
  }
  const option = options.portal === undefined ? 'MCP_PORTAL_URL' : '--portal';
  return new PortalClient({
    portal: readUrl(portal, option),
    io,
    timeoutMs: options.timeout * 1_000,
  });
}
