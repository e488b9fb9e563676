// The newest era over stdio, by the SDK, and nothing else.
const { Server } = require('@modelcontextprotocol/server');
const { serveStdio } = require('@modelcontextprotocol/server/stdio');

serveStdio(
  () => {
    const server = new Server(
      { name: 'modern', version: '1.0.0' },
      { capabilities: { tools: {} } },
    );
    server.setRequestHandler('tools/list', () => ({
      tools: [{ name: 'one', inputSchema: { type: 'object' } }],
    }));
    return server;
  },
  { legacy: 'reject' },
);
