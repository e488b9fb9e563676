import {
  ProtocolError,
  SdkError,
  SdkErrorCode,
  SdkHttpError,
  SseError,
} from '@modelcontextprotocol/client';
import { ContractReadError } from '@mcp-portal/mcp-introspection';
import { AskError, FailedOutcome } from './AskError';
import { quote } from './foreignText';
import { Secrets } from './Secrets';

/** System and undici codes, and what they mean to whoever owns the server. */
const CODES: [RegExp, FailedOutcome, string][] = [
  [/^(ENOTFOUND|EAI_)/, 'unreachable', 'its name does not resolve'],
  [/^ECONNREFUSED$/, 'unreachable', 'nothing listens at its address'],
  [
    /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
    'unreachable',
    'there is no way to its address',
  ],
  [
    /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$)/,
    'unreachable',
    'no secure connection could be made',
  ],
  [
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_DESTROYED|UND_ERR_CLOSED)$/,
    'crashed',
    'it closed the connection midway',
  ],
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'too-large', 'its headers are too large'],
  [/^HPE_HEADER_OVERFLOW$/, 'too-large', 'its headers are too large'],
  [/^(HPE_|UND_ERR_)/, 'protocol-error', 'what it sent is not HTTP'],
  [
    /^(Z_|ERR__ERROR_|ERR_BROTLI|ZSTD_)/,
    'protocol-error',
    'what it sent can not be decompressed',
  ],
];

/**
 * Says what went wrong, for the one who has to do something about it. An
 * error's own text is used only where it is the server's answer.
 */
export function describeFailure(error: unknown, secrets: Secrets): AskError {
  if (error instanceof AskError) {
    return error;
  }
  for (const one of causes(error)) {
    const known = describeKnown(one, secrets);
    if (known) {
      return known;
    }
  }
  return new AskError(
    'protocol-error',
    `The server could not be asked: ${quote(
      error instanceof Error ? error.message : String(error),
      secrets,
    )}.`,
  );
}

function describeKnown(error: object, secrets: Secrets): AskError | undefined {
  if (error instanceof AskError) {
    return error;
  }
  if (error instanceof ContractReadError) {
    return new AskError(error.code, error.message);
  }
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (typeof code === 'string' && !(error instanceof SdkError)) {
    const match = CODES.find(([pattern]) => pattern.test(code));
    if (match) {
      const [, outcome, what] = match;
      return new AskError(
        outcome,
        `The server could not be asked: ${what} (${code}).`,
      );
    }
  }
  if (name === 'SyntaxError') {
    return new AskError(
      'protocol-error',
      'The server sent something that is not JSON where a JSON-RPC message belongs.',
    );
  }
  if (name === 'ZodError' || name === '$ZodError') {
    return new AskError(
      'protocol-error',
      'The server sent JSON that is not a JSON-RPC message of MCP.',
    );
  }
  if (error instanceof ProtocolError) {
    return new AskError(
      'protocol-error',
      `The server answered with error ${error.code}: ${quote(
        error.message,
        secrets,
      )}.`,
    );
  }
  if (error instanceof SdkHttpError) {
    return describeStatus(error.status);
  }
  if (error instanceof SseError) {
    return describeSseError(error);
  }
  return error instanceof SdkError
    ? describeSdkError(error, secrets)
    : undefined;
}

function describeSdkError(
  error: SdkError,
  secrets: Secrets,
): AskError | undefined {
  switch (error.code) {
    case SdkErrorCode.ConnectionClosed:
    case SdkErrorCode.NotConnected:
    case SdkErrorCode.SendFailed:
      return new AskError(
        'crashed',
        'The connection to the server ended midway.',
      );
    case SdkErrorCode.RequestTimeout:
      return new AskError('timeout', 'The server did not answer in time.');
    case SdkErrorCode.ClientHttpUnexpectedContent:
      return new AskError(
        'protocol-error',
        `The server answered with ${quote(
          error.message,
          secrets,
        )} instead of JSON or an event stream. Is this the URL of its MCP endpoint?`,
      );
    default:
      // Its cause, if it has one, says more.
      return undefined;
  }
}

function describeSseError(error: SseError): AskError {
  if (error.code === undefined) {
    return new AskError('crashed', "The server's event stream ended midway.");
  }
  return error.code >= 200 && error.code < 300
    ? new AskError(
        'protocol-error',
        'The server did not answer with an event stream. Is this the URL of its SSE endpoint?',
      )
    : describeStatus(error.code);
}

/** What an HTTP status other than 2xx, 401 and 403 tells. */
function describeStatus(status: number | undefined): AskError {
  if ([429, 502, 503, 504].includes(status ?? 0)) {
    return new AskError(
      'unreachable',
      `The server is not available at the moment: HTTP ${status}.`,
    );
  }
  return new AskError(
    'protocol-error',
    `The server answered with HTTP ${status}. Is this the URL of its MCP endpoint?`,
  );
}

/** The error and what caused it, the outermost first. */
function causes(error: unknown): object[] {
  const found: object[] = [];
  let next: unknown = error;
  while (typeof next === 'object' && next !== null && found.length < 8) {
    found.push(next);
    next = (next as { cause?: unknown }).cause;
  }
  return found;
}
