import type { ConnectTarget } from '../ConnectTarget';

/** The exact text for a client's file, or why there is none. */
export type Snippet =
  | { text: string; notes: string[] }
  | { unsupported: string };

/** A client, its file, and how it wants a server written. */
export interface Client {
  id: string;
  name: string;
  file: string;
  snippet: (serverName: string, target: ConnectTarget) => Snippet;
}
