import type { Client } from './Client';
import { todo, writeArguments } from './jsonSnippet';

/** `.codex/config.toml`; `env_vars` names what is passed on from the environment. */
export const codex: Client = {
  id: 'codex',
  name: 'Codex',
  file: '.codex/config.toml',
  snippet: (name, target) => {
    const table = `[mcp_servers.${tomlKey(name)}]`;
    if (target.kind !== 'stdio') {
      return target.kind === 'sse'
        ? {
            unsupported:
              'Codex calls servers over streamable HTTP only; this one speaks SSE.',
          }
        : { text: `${table}\nurl = ${tomlString(target.url)}\n`, notes: [] };
    }
    const fixed = target.env.flatMap(variable =>
      'value' in variable ? [variable] : [],
    );
    const asked = target.env.flatMap(variable =>
      'input' in variable ? [variable.name] : [],
    );
    const lines = [
      table,
      `command = ${tomlString(target.command)}`,
      `args = ${tomlArray(writeArguments(target.args))}`,
    ];
    if (asked.length > 0) {
      lines.push(`env_vars = ${tomlArray(asked)}`);
    }
    if (fixed.length > 0) {
      lines.push(
        `env = { ${fixed
          .map(
            ({ name: key, value }) => `${tomlKey(key)} = ${tomlString(value)}`,
          )
          .join(', ')} }`,
      );
    }
    return {
      text: `${lines.join('\n')}\n`,
      notes: todo(target.args, target.env),
    };
  },
};

function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : tomlString(key);
}

/** JSON's escapes are a subset of those of TOML's basic strings. */
function tomlString(text: string): string {
  return JSON.stringify(text);
}

function tomlArray(items: string[]): string {
  return `[${items.map(tomlString).join(', ')}]`;
}
