import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

import { ATTR } from '../telemetry/attributes';
import { connect } from './connect';
import type { ConnectedServer } from './ConnectedServer';

/** The server that the portal itself is, for whoever has a token to it. */
export async function connectPortalActions(options: {
  portalUrl: string;
  token: string;
}): Promise<ConnectedServer> {
  const url = new URL(`${options.portalUrl}/api/mcp-actions/v1`);
  return connect({
    name: 'portal-actions',
    transport: new StreamableHTTPClientTransport(url, {
      requestInit: { headers: { authorization: `Bearer ${options.token}` } },
    }),
    attributes: {
      [ATTR.transport]: 'tcp',
      [ATTR.serverAddress]: url.hostname,
      [ATTR.serverPort]: Number(
        url.port || (url.protocol === 'https:' ? 443 : 80),
      ),
    },
  });
}
