import {
  ContractError,
  createSnapshot,
  type Snapshot,
  type UnknownToolAnswer,
} from '@mcp-portal/mcp-contract';

import { CliError } from '../CliError';
import type { Io } from '../Io';
import { Conversation, converse, EraUnknown } from './converse';
import { describeFailure } from './describeFailure';
import { Connection, connectHttp } from './http/connectHttp';
import { Auth, readAuth } from './http/readAuth';
import type { Secrets } from './Secrets';
import { startDeadline } from './startDeadline';
import { ProcessTransport } from './stdio/ProcessTransport';
import { HttpTransport, nameOf, Target } from './Target';
import { Watch } from './Watch';

/** What does not end is not waited for. */
const MAX_FAREWELL_MS = 1_000;
/** The key to the portal is none of the server's business. */
const WITHHELD = ['MCP_PORTAL_TOKEN'];

/** What a live server showed. */
export interface LiveServer {
  snapshot: Snapshot;
  serverInfo?: { name: string; version: string };
  protocolVersion?: string;
  /** With `probe` only. */
  unknownTool?: UnknownToolAnswer;
  auth?: Auth;
}

/** Whom to ask, and how. */
export interface AskOptions {
  target: Target;
  timeoutMs: number;
  /** Pass on what a process logs. */
  verbose: boolean;
  /** Also try an unknown tool, and a request without headers. */
  probe: boolean;
  secrets: Secrets;
  io: Io;
}

/**
 * Asks a live server for its contract, in whichever era and transport it
 * speaks. When it returns or throws, nothing that it started is left.
 *
 * @throws CliError
 */
export async function askServer(options: AskOptions): Promise<LiveServer> {
  const { target, secrets, io } = options;
  const deadline = startDeadline({
    server: nameOf(target),
    timeoutMs: options.timeoutMs,
    stopSignal: io.signal,
  });
  try {
    const { contract, ...rest } = await askInEitherTransport(
      options,
      deadline.signal,
    );
    return {
      snapshot: snapshotOf(target, contract, secrets),
      ...rest,
      auth: options.probe ? await authOf(target, io) : undefined,
    };
  } finally {
    deadline.stop();
  }
}

async function authOf(target: Target, io: Io): Promise<Auth | undefined> {
  if (target.kind === 'command') {
    return undefined;
  }
  return Object.keys(target.headers).length === 0
    ? 'none'
    : readAuth({ url: target.url, io });
}

/** A server that says a secret back must not get it written. */
function snapshotOf(
  target: Target,
  contract: Conversation['contract'],
  secrets: Secrets,
): Snapshot {
  try {
    const snapshot = createSnapshot(contract);
    const clean = secrets.redactContract(snapshot.canonicalJson);
    return clean === snapshot.canonicalJson
      ? snapshot
      : createSnapshot(JSON.parse(clean));
  } catch (error) {
    throw error instanceof ContractError
      ? new CliError(`${nameOf(target)}: ${secrets.redact(error.message)}`)
      : error;
  }
}

async function askInEitherTransport(
  options: AskOptions,
  signal: AbortSignal,
): Promise<Conversation> {
  const { target } = options;
  if (target.kind === 'command' || target.transport) {
    return askInEitherEra(options, signal, newWatch(options, signal));
  }
  const first = newWatch(options, signal);
  try {
    return await askInEitherEra(options, signal, first);
  } catch (error) {
    if (signal.aborted || !mayBeOlderTransport(first.status)) {
      throw error;
    }
    // MCP, transports: a client falls back to SSE when a POST is refused.
    return askInEitherEra(
      { ...options, target: { ...target, transport: 'sse' } },
      signal,
      newWatch(options, signal),
    ).catch(() => {
      throw error;
    });
  }
}

function mayBeOlderTransport(status: number | undefined): boolean {
  return status !== undefined && [400, 404, 405, 406, 415].includes(status);
}

async function askInEitherEra(
  options: AskOptions,
  signal: AbortSignal,
  watch: Watch,
): Promise<Conversation> {
  const { target } = options;
  // The newer era has no SSE transport.
  const isSse = target.kind === 'url' && target.transport === 'sse';
  try {
    return await askOnce(options, watch, isSse ? 'legacy' : 'auto');
  } catch (error) {
    if (!(error instanceof EraUnknown)) {
      throw error;
    }
    return askOnce(options, newWatch(options, signal), 'legacy');
  }
}

function newWatch({ target, secrets }: AskOptions, signal: AbortSignal): Watch {
  return new Watch({ server: nameOf(target), secrets, signal });
}

async function askOnce(
  options: AskOptions,
  watch: Watch,
  era: 'auto' | 'legacy',
): Promise<Conversation> {
  const connection = connect(options, watch);
  try {
    const conversation = await converse({
      connection,
      watch,
      timeoutMs: options.timeoutMs,
      era,
      tryUnknownTool: options.probe,
    });
    await atMost(MAX_FAREWELL_MS, connection.farewell());
    return conversation;
  } catch (error) {
    throw error instanceof EraUnknown ? error : describeFailure(error, watch);
  } finally {
    watch.end();
    await connection.transport.close().catch(() => {});
  }
}

function connect(
  { target, verbose, secrets, io }: AskOptions,
  watch: Watch,
): Connection {
  if (target.kind === 'url') {
    const transport: HttpTransport = target.transport ?? 'http';
    return connectHttp({ target, transport, watch, io });
  }
  const env = { ...io.env };
  WITHHELD.forEach(name => delete env[name]);
  return {
    transport: new ProcessTransport({
      command: target.command,
      env,
      watch,
      onLog: verbose
        ? text => io.stderr.write(secrets.redact(text))
        : undefined,
    }),
    isHttp: false,
    farewell: async () => {},
  };
}

/** Waits for what may fail, and may take forever. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    work.catch(() => {}),
    new Promise<void>(resolve => {
      timer = setTimeout(resolve, ms);
    }),
  ]);
  clearTimeout(timer);
}
