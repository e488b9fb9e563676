import { MAX_LENGTH } from '../../ingestion/names';
import type { Attributes, KeptAttribute } from '../decoding/attributes';
import type { OtlpSpan } from '../decoding/OtlpSpan';
import { textOf } from './readAttributes';
import type { SpanRole } from './spanRole';

/**
 * All in a span that may name its MCP server, the most exact first. Of a model's
 * span only what the portal's own attribute says: its address is a model's.
 *
 * @throws RefusedError when a name is no text
 */
export function readServerNames(
  { attributes, resource }: OtlpSpan,
  role: SpanRole,
): string[] {
  const name = (from: Attributes, ...names: KeptAttribute[]) =>
    textOf(from, names, MAX_LENGTH.server);
  const own = name(attributes, 'mcp_portal.server');
  if (role === 'model') {
    return present(own);
  }
  const names = [
    own,
    // Of a process that serves it is its name; others call more than one.
    role === 'server' && name(resource.attributes, 'mcp_portal.server'),
    name(attributes, 'mcp.server.name'),
    name(attributes, 'url.full'),
    role !== 'server' && addressOf(attributes),
    name(attributes, 'rpc.service'),
    name(attributes, 'service.peer.name', 'peer.service'),
    role === 'server' && name(resource.attributes, 'service.name'),
  ];
  return present(...names);
}

/** As in a URL, but without a scheme: `//host:port/path`. */
function addressOf(attributes: Attributes): string | undefined {
  const host = textOf(attributes, ['server.address'], MAX_LENGTH.server);
  // A socket's path names no server that anybody else could know.
  if (host === undefined || host.startsWith('/')) {
    return undefined;
  }
  const port = textOf(attributes, ['server.port'], MAX_LENGTH.server);
  const path = textOf(attributes, ['url.path'], MAX_LENGTH.server) ?? '';
  const isBareIpv6 = host.includes(':') && !host.startsWith('[');
  return `//${isBareIpv6 ? `[${host}]` : host}${port ? `:${port}` : ''}${path}`;
}

function present(...names: (string | undefined | false)[]): string[] {
  return names.filter(name => typeof name === 'string');
}
