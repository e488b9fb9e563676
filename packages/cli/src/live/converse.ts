import { probeUnknownTool, readContract } from '@mcp-portal/mcp-introspection';
import type {
  ContractInput,
  UnknownToolAnswer,
} from '@mcp-portal/mcp-contract';
import {
  Client,
  SdkError,
  SdkErrorCode,
  type jsonSchemaValidator,
} from '@modelcontextprotocol/client';

import { version } from '../../package.json';
import { plainText } from '../output/plainText';
import type { Connection } from './http/connectHttp';
import type { Watch } from './Watch';

/**
 * How long a server may be silent about `server/discover` before it is taken
 * for one of the older era. Long, because `npx` may fetch it first.
 */
const MAX_STDIO_PROBE_MS = 10_000;

/** What a server said of itself and of what it offers. */
export interface Conversation {
  contract: ContractInput;
  serverInfo?: { name: string; version: string };
  protocolVersion?: string;
  unknownTool?: UnknownToolAnswer;
}

/** The older era's handshake was not tried, and may succeed. */
export class EraUnknown extends Error {}

/** No result is read, so no schema has to be compiled: it may be hostile. */
const noValidator: jsonSchemaValidator = {
  getValidator: () => {
    throw new Error('No result is validated here');
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
  watch: Watch;
  timeoutMs: number;
  era: 'auto' | 'legacy';
  tryUnknownTool: boolean;
}): Promise<Conversation> {
  const { connection, watch, timeoutMs, era } = options;
  const { signal } = watch;
  const client = new Client(
    { name: 'mcp-portal', version },
    {
      capabilities: {},
      jsonSchemaValidator: noValidator,
      versionNegotiation: {
        mode: era,
        probe: {
          timeoutMs: connection.isHttp
            ? timeoutMs / 2
            : Math.min(MAX_STDIO_PROBE_MS, timeoutMs / 3),
        },
      },
    },
  );
  try {
    await watch.within(
      client.connect(connection.transport, { timeout: timeoutMs, signal }),
    );
  } catch (error) {
    if (era === 'auto' && !watch.failure && isAboutEra(error, client)) {
      throw new EraUnknown();
    }
    throw error;
  }
  const asking = { client, timeoutMs, signal };
  const contract = await watch.within(readContract(asking));
  const unknownTool =
    options.tryUnknownTool && client.getServerCapabilities()?.tools
      ? await watch
          .within(probeUnknownTool(asking))
          // The contract is there: nothing that follows may spoil it.
          .catch(() => ({ kind: 'none' as const, reason: 'Time was up.' }))
      : undefined;
  const info = client.getServerVersion();
  return {
    contract,
    serverInfo: info && {
      name: plainText(info.name, 200),
      version: plainText(info.version, 200),
    },
    protocolVersion: client.getNegotiatedProtocolVersion(),
    unknownTool,
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
