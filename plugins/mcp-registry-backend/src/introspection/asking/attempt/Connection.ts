import type { Transport } from '@modelcontextprotocol/client';

/** A way to one server, for one conversation. */
export interface Connection {
  transport: Transport;
  isHttp: boolean;
  /** Says goodbye to a server that answered; it may fail. */
  farewell(): Promise<void>;
  /** Ends it by force, and leaves nothing behind. Never rejects. */
  close(): Promise<void>;
}
