import type { KeyScope } from '@mcp-portal/plugin-mcp-cost-common';

/** Text to paste, and what it is for. */
export interface KeyUse {
  title: string;
  /** What the reader still has to fill in. */
  hint: string;
  text: string;
}

/** How a new key is used, by what it may do. */
export function howToUse(options: {
  secret: string;
  scopes: KeyScope[];
  /** Address of usage and cost, such as `https://portal/api/mcp-cost`. */
  baseUrl: string;
}): KeyUse[] {
  const { secret, scopes, baseUrl } = options;
  const uses: KeyUse[] = [];
  if (scopes.includes('ingest')) {
    uses.push({
      title: 'OpenTelemetry',
      hint: 'For any OpenTelemetry SDK or collector. Put your agent’s name and environment in.',
      // The values of headers are URL-encoded: OpenTelemetry, OTLP exporter configuration.
      text: `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=${baseUrl}/v1/traces
OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf
OTEL_EXPORTER_OTLP_TRACES_HEADERS=Authorization=Bearer%20${encodeURIComponent(
        secret,
      )}
OTEL_SERVICE_NAME=my-agent
OTEL_RESOURCE_ATTRIBUTES=deployment.environment.name=production
`,
    });
  }
  if (scopes.includes('publish')) {
    uses.push({
      title: 'Publishing',
      hint: 'For the pipeline of a server, as a secret of the pipeline.',
      text: `MCP_PORTAL_TOKEN=${secret}
`,
    });
  }
  return uses;
}
