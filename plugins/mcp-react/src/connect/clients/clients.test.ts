import type { ConnectTarget, StdioTarget } from '../ConnectTarget';
import { CLIENTS } from '.';

const http: ConnectTarget = {
  kind: 'streamable-http',
  label: 'remote',
  url: 'https://mcp.example.com/billing',
};
const sse: ConnectTarget = { ...http, kind: 'sse' };
const stdio: StdioTarget = {
  kind: 'stdio',
  label: 'package',
  command: 'npx',
  args: [
    '-y',
    '@scope/files@1.0.0',
    { prefix: '', input: { name: 'folder', secret: false } },
  ],
  env: [
    { name: 'REGION', value: 'eu' },
    { name: 'TOKEN', input: { name: 'TOKEN', secret: true } },
  ],
};

function textFor(clientId: string, target: ConnectTarget): string {
  const client = CLIENTS.find(one => one.id === clientId)!;
  const snippet = client.snippet('billing', target);
  return 'text' in snippet ? snippet.text : snippet.unsupported;
}

describe('snippets for clients', () => {
  it('writes .mcp.json for Claude Code', () => {
    expect(textFor('claude-code', http)).toBe(`{
  "mcpServers": {
    "billing": {
      "type": "http",
      "url": "https://mcp.example.com/billing"
    }
  }
}`);
    expect(JSON.parse(textFor('claude-code', sse))).toEqual({
      mcpServers: { billing: { type: 'sse', url: http.url } },
    });
    expect(textFor('claude-code', stdio)).toBe(`{
  "mcpServers": {
    "billing": {
      "command": "npx",
      "args": ["-y", "@scope/files@1.0.0", "<folder>"],
      "env": {
        "REGION": "eu",
        "TOKEN": "\${TOKEN}"
      }
    }
  }
}`);
  });

  it('writes .vscode/mcp.json for VS Code, with inputs for what it asks', () => {
    expect(JSON.parse(textFor('vs-code', http))).toEqual({
      servers: { billing: { type: 'http', url: http.url } },
    });
    expect(JSON.parse(textFor('vs-code', stdio))).toEqual({
      inputs: [
        { type: 'promptString', id: 'folder', description: 'folder' },
        {
          type: 'promptString',
          id: 'TOKEN',
          description: 'TOKEN',
          password: true,
        },
      ],
      servers: {
        billing: {
          type: 'stdio',
          command: 'npx',
          args: ['-y', '@scope/files@1.0.0', '${input:folder}'],
          env: { REGION: 'eu', TOKEN: '${input:TOKEN}' },
        },
      },
    });
  });

  it('writes .cursor/mcp.json for Cursor', () => {
    expect(JSON.parse(textFor('cursor', sse))).toEqual({
      mcpServers: { billing: { url: http.url } },
    });
    expect(JSON.parse(textFor('cursor', stdio)).mcpServers.billing.env).toEqual(
      { REGION: 'eu', TOKEN: '${env:TOKEN}' },
    );
  });

  it('writes .codex/config.toml for Codex, and says that it can not do SSE', () => {
    expect(textFor('codex', http)).toBe(
      '[mcp_servers.billing]\nurl = "https://mcp.example.com/billing"\n',
    );
    expect(textFor('codex', stdio)).toBe(`[mcp_servers.billing]
command = "npx"
args = ["-y", "@scope/files@1.0.0", "<folder>"]
env_vars = ["TOKEN"]
env = { REGION = "eu" }
`);
    expect(textFor('codex', sse)).toMatch(/streamable HTTP only/);
    const quoted = CLIENTS.find(({ id }) => id === 'codex')!.snippet(
      'a.b',
      http,
    );
    expect('text' in quoted && quoted.text).toMatch(/^\[mcp_servers\."a\.b"\]/);
  });

  it('writes .gemini/settings.json for Gemini CLI', () => {
    expect(JSON.parse(textFor('gemini-cli', http))).toEqual({
      mcpServers: { billing: { httpUrl: http.url } },
    });
    expect(JSON.parse(textFor('gemini-cli', sse))).toEqual({
      mcpServers: { billing: { url: http.url } },
    });
    expect(
      JSON.parse(textFor('gemini-cli', stdio)).mcpServers.billing.env,
    ).toEqual({ REGION: 'eu', TOKEN: '$TOKEN' });
  });

  it('says what is left to do by hand', () => {
    const snippet = CLIENTS[0].snippet('billing', stdio);
    expect('notes' in snippet && snippet.notes).toEqual([
      'Replace <folder>.',
      'Set TOKEN in the environment that the client starts in.',
    ]);
  });
});
