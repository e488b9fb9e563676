import type { UnknownToolAnswer } from '@mcp-portal/mcp-contract';
import {
  ProtocolError,
  SdkError,
  SdkErrorCode,
  SdkHttpError,
} from '@modelcontextprotocol/client';
import { z } from 'zod';

import type { AskOptions } from './AskOptions';

/** Whoever owns a server finds these calls in its log, and whose they are. */
const NAME_PREFIX = 'mcp-portal-no-such-tool-';

/** The SDK's own schema takes a result apart; here only one field matters. */
const anyResult = z.looseObject({ isError: z.unknown().optional() });

/**
 * Calls a tool that can't exist, without arguments, to see how the server
 * refuses it: MCP asks for a JSON-RPC error, so that a client can tell a wrong
 * name from a tool that failed. No tool of the server is ever called: the name
 * ends in 122 random bits.
 *
 * Never throws: that nothing usable came back is an answer too.
 *
 * @public
 */
export async function probeUnknownTool(
  options: AskOptions,
): Promise<UnknownToolAnswer> {
  const { client, timeoutMs, signal } = options;
  try {
    // `callTool` would add checks of its own, and may ask for all tools first.
    const result = await client.request(
      {
        method: 'tools/call',
        params: {
          name: `${NAME_PREFIX}${crypto.randomUUID()}`,
          arguments: {},
        },
      },
      anyResult,
      // A server that wants more input takes the tool for one that is there.
      { timeout: timeoutMs, signal, allowInputRequired: true },
    );
    return { kind: 'result', isError: result.isError === true };
  } catch (error) {
    const code = errorCodeOf(error);
    return code !== undefined
      ? { kind: 'error', code }
      : { kind: 'none', reason: whyNothing(error) };
  }
}

const errorMessage = z.looseObject({
  jsonrpc: z.literal('2.0'),
  error: z.looseObject({ code: z.int() }),
});

/** The code of the JSON-RPC error that a server answered with. */
function errorCodeOf(error: unknown): number | undefined {
  if (error instanceof ProtocolError) {
    return error.code;
  }
  // Some send the error with a failing HTTP status: the SDK looks no further.
  if (error instanceof SdkHttpError && typeof error.data.text === 'string') {
    try {
      return errorMessage.parse(JSON.parse(error.data.text)).error.code;
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** Of the SDK's codes, never its text: that may quote what the server said. */
function whyNothing(error: unknown): string {
  const code = error instanceof SdkError ? error.code : undefined;
  switch (code) {
    case SdkErrorCode.RequestTimeout:
      return 'The server did not answer in time.';
    case SdkErrorCode.ConnectionClosed:
    case SdkErrorCode.NotConnected:
    case SdkErrorCode.SendFailed:
      return 'The server ended the connection.';
    case SdkErrorCode.InvalidResult:
    case SdkErrorCode.UnsupportedResultType:
      return 'The server answered with something that is no result of MCP.';
    default:
      return 'The server did not answer with a JSON-RPC message of MCP.';
  }
}
