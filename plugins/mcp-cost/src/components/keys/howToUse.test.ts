import { howToUse } from './howToUse';

describe('howToUse', () => {
  const baseUrl = 'https://portal.example.com/api/mcp-cost';
  const secret = 'mcpk_abc_d+e';

  it('gives an exporter the address and the encoded header', () => {
    const [use, ...others] = howToUse({ secret, scopes: ['ingest'], baseUrl });
    expect(others).toEqual([]);
    expect(use.text).toContain(
      'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=https://portal.example.com/api/mcp-cost/v1/traces\n',
    );
    expect(use.text).toContain(
      'OTEL_EXPORTER_OTLP_TRACES_HEADERS=Authorization=Bearer%20mcpk_abc_d%2Be\n',
    );
  });

  it('gives a pipeline the token, and only what the key may do', () => {
    expect(howToUse({ secret, scopes: ['publish'], baseUrl })).toEqual([
      expect.objectContaining({ text: `MCP_PORTAL_TOKEN=${secret}\n` }),
    ]);
  });
});
