import type { Client } from './Client';
import { asJson, todo, writeArguments, writeEnvironment } from './jsonSnippet';

/** `.cursor/mcp.json`; `${env:NAME}` is taken from the environment. */
export const cursor: Client = {
  id: 'cursor',
  name: 'Cursor',
  file: '.cursor/mcp.json',
  snippet: (name, target) =>
    target.kind === 'stdio'
      ? {
          text: asJson({
            mcpServers: {
              [name]: {
                command: target.command,
                args: writeArguments(target.args),
                ...writeEnvironment(
                  target.env,
                  input => `\${env:${input.name}}`,
                ),
              },
            },
          }),
          notes: todo(target.args, target.env),
        }
      : {
          // Cursor finds out by itself whether it is streamable HTTP or SSE.
          text: asJson({ mcpServers: { [name]: { url: target.url } } }),
          notes: [],
        },
};
