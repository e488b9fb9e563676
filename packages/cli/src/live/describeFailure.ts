import { ContractReadError } from '@mcp-portal/mcp-introspection';
import {
  ProtocolError,
  SdkError,
  SdkErrorCode,
  SdkHttpError,
  SseError,
} from '@modelcontextprotocol/client';

import { CliError } from '../CliError';
import { quote } from '../output/plainText';
import { describeNetworkError } from './http/describeNetworkError';
import type { Watch } from './Watch';

/**
 * Says why a server could not be asked, and what to do. A server's own text is
 * used only where it is its answer, quoted and without secrets.
 */
export function describeFailure(error: unknown, watch: Watch): CliError {
  if (watch.failure) {
    return watch.failure;
  }
  for (const one of causes(error)) {
    const known = describeKnown(one, watch);
    if (known) {
      return known;
    }
  }
  return (
    watch.noted ??
    new CliError(
      `${watch.server} could not be asked: ${said(
        error,
        watch,
      )}. Is it an MCP server?`,
    )
  );
}

function describeKnown(error: object, watch: Watch): CliError | undefined {
  const { server } = watch;
  if (error instanceof CliError) {
    return error;
  }
  if (error instanceof ContractReadError) {
    return new CliError(`${server} shows no whole contract. ${error.message}`);
  }
  if (watch.status === 401 || watch.status === 403) {
    return new CliError(
      `${server} wants another credential (HTTP ${watch.status}). Give one with --header 'Authorization: Bearer env:NAME', NAME being a variable that holds it.`,
    );
  }
  if (error instanceof ProtocolError) {
    return new CliError(
      `${server} answered with error ${error.code}: ${said(
        error,
        watch,
      )}. Ask its owner, or look into its log.`,
    );
  }
  if (error instanceof SdkHttpError || error instanceof SseError) {
    return describeStatus(error, watch);
  }
  const network = describeNetworkError(error);
  if (network) {
    return new CliError(
      `${server} could not be asked: ${network}. Check the URL, and that it runs.`,
    );
  }
  return error instanceof SdkError ? describeSdkError(error, watch) : undefined;
}

function describeStatus(
  error: SdkHttpError | SseError,
  watch: Watch,
): CliError {
  const { server, status } = watch;
  if (status !== undefined && status >= 300 && status < 400) {
    return new CliError(
      `${server} sends elsewhere (HTTP ${status}): ${said(
        error,
        watch,
      )}. Headers are not sent to another host; give the final URL as --url.`,
    );
  }
  return new CliError(
    status !== undefined && [429, 502, 503, 504].includes(status)
      ? `${server} is not available at the moment (HTTP ${status}). Try again later.`
      : `${server} answered with HTTP ${status}. Is this the URL of its MCP endpoint?`,
  );
}

function describeSdkError(error: SdkError, watch: Watch): CliError | undefined {
  const { server } = watch;
  switch (error.code) {
    case SdkErrorCode.ConnectionClosed:
    case SdkErrorCode.NotConnected:
    case SdkErrorCode.SendFailed:
      return (
        watch.noted ??
        new CliError(
          `${server} ended the connection midway. Look into its log.`,
        )
      );
    case SdkErrorCode.RequestTimeout:
      return (
        watch.noted ??
        new CliError(
          `${server} did not answer in time. Is it an MCP server? If it is only slow, raise --timeout.`,
        )
      );
    case SdkErrorCode.ClientHttpUnexpectedContent:
      return new CliError(
        `${server} answered with something else than JSON or an event stream. Is this the URL of its MCP endpoint?`,
      );
    default:
      // Its cause, if it has one, says more.
      return undefined;
  }
}

function said(error: unknown, watch: Watch): string {
  const text = error instanceof Error ? error.message : String(error);
  return quote(watch.secrets.redact(text));
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
