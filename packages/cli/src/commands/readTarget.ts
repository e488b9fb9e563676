import { CliError } from '../CliError';
import { readHeaders } from '../live/readHeaders';
import type { Secrets } from '../live/Secrets';
import type { Target } from '../live/Target';
import type { ServerOptions } from './addServerOptions';

/**
 * The live server that the options name; undefined when they name none.
 *
 * @throws CliError when they name two, or one that can't be asked
 */
export function readTarget(
  options: ServerOptions,
  context: {
    /** What stood after `--`. */
    rest: string[] | undefined;
    env: { readonly [name: string]: string | undefined };
    secrets: Secrets;
  },
): Target | undefined {
  const { rest } = context;
  if (options.url !== undefined && rest) {
    throw new CliError("Give either --url or a command after '--', not both.");
  }
  if (rest && !rest[0]) {
    throw new CliError("No command stands after '--'. Write it there.");
  }
  if (options.url === undefined && options.header) {
    throw new CliError(
      'A --header is sent to a --url only. Give a command its credential in the environment.',
    );
  }
  if (options.url !== undefined) {
    return {
      kind: 'url',
      url: readUrl(options.url, '--url'),
      headers: readHeaders(options.header ?? [], context),
      transport: options.transport,
    };
  }
  return rest && { kind: 'command', command: rest };
}

/** @throws CliError without the URL itself: it may hold a credential */
export function readUrl(text: string, option: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new CliError(
      `${option} is no URL of http or https. Give the whole one, such as https://mcp.example.com/mcp.`,
    );
  }
  if (url.username || url.password) {
    throw new CliError(
      `${option} has a user or a password in it. Leave them out; credentials come from the environment.`,
    );
  }
  return url;
}
