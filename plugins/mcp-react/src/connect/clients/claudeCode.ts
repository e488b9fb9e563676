import type { Client } from './Client';
import { asJson, todo, writeArguments, writeEnvironment } from './jsonSnippet';

/** `.mcp.json`; `${NAME}` is taken from the environment. */
export const claudeCode: Client = {
  id: 'claude-code',
  name: 'Claude Code',
  file: '.mcp.json',
  snippet: (name, target) =>
    target.kind === 'stdio'
      ? {
          text: asJson({
            mcpServers: {
              [name]: {
                command: target.command,
                args: writeArguments(target.args),
                ...writeEnvironment(target.env, input => `\${${input.name}}`),
              },
            },
          }),
          notes: todo(target.args, target.env),
        }
      : {
          text: asJson({
            mcpServers: {
              [name]: {
                type: target.kind === 'sse' ? 'sse' : 'http',
                url: target.url,
              },
            },
          }),
          notes: [],
        },
};
