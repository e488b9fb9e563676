import type { Client } from './Client';
import { asJson, todo, writeArguments, writeEnvironment } from './jsonSnippet';

/** `.gemini/settings.json`; `$NAME` is taken from the environment. */
export const geminiCli: Client = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  file: '.gemini/settings.json',
  snippet: (name, target) =>
    target.kind === 'stdio'
      ? {
          text: asJson({
            mcpServers: {
              [name]: {
                command: target.command,
                args: writeArguments(target.args),
                ...writeEnvironment(target.env, input => `$${input.name}`),
              },
            },
          }),
          notes: todo(target.args, target.env),
        }
      : {
          // `url` means SSE here, streamable HTTP has a key of its own.
          text: asJson({
            mcpServers: {
              [name]:
                target.kind === 'sse'
                  ? { url: target.url }
                  : { httpUrl: target.url },
            },
          }),
          notes: [],
        },
};
