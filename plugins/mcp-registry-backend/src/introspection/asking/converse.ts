import {
  Client,
  SdkError,
  SdkErrorCode,
  type jsonSchemaValidator,
} from '@modelcontextprotocol/client';
import type { ContractInput } from '@mcp-portal/mcp-contract';
import { readContract } from '@mcp-portal/mcp-introspection';
import { version } from '../../../package.json';
import { Attempt } from './attempt/Attempt';
import { Connection } from './attempt/Connection';
import { plainText } from '@mcp-portal/plugin-mcp-node';

/** How long an older server on stdio may be silent about `server/discover`. */
const MAX_STDIO_PROBE_MS = 3_000;

const MAX_NAME_LENGTH = 200;

/** What a server said of itself and of what it offers. */
export interface Conversation {
  contract: ContractInput;
  serverInfo?: { name: string; version: string; title?: string };
  protocolVersion?: string;
  /** Still connected, until the connection is closed. */
  client: Client;
}

/** The older era's handshake was not tried, and may succeed. */
export class EraUnknown extends Error {}

/**
 * The portal calls no tools, so it needs no schema compiled; a hostile one
 * could keep a validator busy forever.
 */
const noValidator: jsonSchemaValidator = {
  getValidator: () => {
    throw new Error('The portal does not validate results');
  },
};

/**
 * Greets a server in the era that it speaks, and reads its contract.
 *
 * @throws EraUnknown when a server could not even say which era it speaks: one
 *   of the older era may answer an unknown first request by dying, with a
 *   status 500, or not at all.
 */
export async function converse(options: {
  connection: Connection;
  attempt: Attempt;
  deadlineMs: number;
  era: 'auto' | 'legacy';
}): Promise<Conversation> {
  const { connection, attempt, deadlineMs, era } = options;
  const client = new Client(
    { name: 'mcp-portal', version },
    {
      capabilities: {},
      jsonSchemaValidator: noValidator,
      versionNegotiation: {
        mode: era,
        probe: {
          timeoutMs: connection.isHttp
            ? deadlineMs / 2
            : Math.min(MAX_STDIO_PROBE_MS, deadlineMs / 4),
        },
      },
    },
  );
  try {
    await attempt.within(
      client.connect(connection.transport, {
        timeout: deadlineMs,
        signal: attempt.signal,
      }),
    );
  } catch (error) {
    if (era === 'auto' && !attempt.failure && isAboutEra(error, client)) {
      throw new EraUnknown();
    }
    throw error;
  }
  const contract = await attempt.within(
    readContract({ client, timeoutMs: deadlineMs, signal: attempt.signal }),
  );
  const info = client.getServerVersion();
  const own = (text: string) =>
    plainText(attempt.secrets.redact(text), MAX_NAME_LENGTH);
  return {
    client,
    contract,
    serverInfo: info && {
      name: own(info.name),
      version: own(info.version),
      ...(info.title !== undefined && { title: own(info.title) }),
    },
    protocolVersion: client.getNegotiatedProtocolVersion(),
  };
}

function isAboutEra(error: unknown, client: Client): boolean {
  return (
    client.getNegotiatedProtocolVersion() === undefined &&
    error instanceof SdkError &&
    (error.code === SdkErrorCode.EraNegotiationFailed ||
      error.code === SdkErrorCode.RequestTimeout)
  );
}
