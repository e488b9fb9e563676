import path from 'node:path';

/** The two ways that MCP goes over HTTP. */
export const HTTP_TRANSPORTS = ['http', 'sse'] as const;

/** `http` is streamable HTTP; `sse` the one that it replaced. */
export type HttpTransport = (typeof HTTP_TRANSPORTS)[number];

/** The server to ask, and how to reach it. */
export type Target =
  | {
      kind: 'url';
      url: URL;
      headers: Record<string, string>;
      /** Without it, `http` is tried first. */
      transport?: HttpTransport;
    }
  | { kind: 'command'; command: string[] };

/** What the target is called in messages: without anything that may be secret. */
export function nameOf(target: Target): string {
  return target.kind === 'url'
    ? `The server at ${target.url.origin}${target.url.pathname}`
    : `The server started with '${path.basename(target.command[0])}'`;
}
