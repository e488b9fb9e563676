import type { Logger } from 'pino';

/** What tools are given; nothing in them reaches for a global. */
export interface ToolContext {
  log: Logger;
  /** For settings and secrets of the tools' own, such as an API's URL and key. */
  env: NodeJS.ProcessEnv;
  /** How long a call of a tool may take. */
  toolTimeoutMs: number;
}
