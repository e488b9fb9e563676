import {
  parseJSONRPCMessage,
  serializeMessage,
  type JSONRPCMessage,
  type Transport,
} from '@modelcontextprotocol/client';
import { ChildProcess, spawn } from 'node:child_process';
import { AskError } from '../attempt/AskError';
import { Attempt } from '../attempt/Attempt';
import { describeFailure } from '../attempt/describeFailure';
import { quote } from '../attempt/foreignText';
import { LaunchCommand } from './launchCommand';
import { LineReader } from './LineReader';
import { forgetProcess, killProcess, rememberProcess } from './processes';
import { StderrTail } from './StderrTail';

/** A server may greet on stdout before it speaks MCP, but not forever. */
const MAX_FOREIGN_LINES = 100;

/**
 * Speaks with a process over its stdin and stdout, reads no more than it may,
 * and ends the process with all that it started.
 *
 * The SDK's own transport waits up to four seconds for a process to end, can
 * not end what that process started, drops an unreadable message in silence,
 * and on `auto` starts every server twice.
 */
export class BoundedStdioTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: Transport['onmessage'];
  readonly #launch: LaunchCommand;
  readonly #attempt: Attempt;
  readonly #stderr = new StderrTail();
  readonly #lines: LineReader;
  #child?: ChildProcess;
  #exited?: Promise<void>;
  #foreignLines = 0;
  #closing = false;

  constructor(options: {
    launch: LaunchCommand;
    attempt: Attempt;
    maxLineBytes: number;
  }) {
    this.#launch = options.launch;
    this.#attempt = options.attempt;
    this.#lines = new LineReader(options.maxLineBytes);
  }

  /** With `stderr`, how the SDK knows that silence means an older server. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get stderr(): null {
    return null;
  }

  async start(): Promise<void> {
    if (this.#closing) {
      throw new AskError('crashed', 'The server was not started any more.');
    }
    const { command, args, env, cwd } = this.#launch;
    const child = spawn(command, args, {
      env,
      cwd,
      stdio: ['pipe', 'pipe', 'pipe'],
      // Its own process group, so that it can be ended with its children.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#child = child;
    if (child.pid !== undefined) {
      rememberProcess(child.pid);
    }
    this.#exited = new Promise(resolve => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    // A process that ended says so itself; EPIPE adds nothing.
    child.stdin.on('error', () => {});
    child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      this.#attempt.spend(chunk.length);
      this.#stderr.append(chunk);
    });
    // `close` comes when stdout is drained: what it said last still counts.
    child.once('close', (code, signal) => this.#onEnd(code, signal));
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', () => resolve());
      child.once('error', error => reject(couldNotStart(error)));
    });
  }

  async send(message: JSONRPCMessage): Promise<void> {
    const stdin = this.#child?.stdin;
    if (!stdin || this.#closing) {
      throw new AskError('crashed', 'The server is not running.');
    }
    // Not awaited: a server that never reads must not hold the portal back.
    stdin.write(serializeMessage(message));
  }

  /** Never rejects; when it resolves, the process is gone. */
  async close(): Promise<void> {
    this.#closing = true;
    const child = this.#child;
    if (!child?.pid) {
      return;
    }
    killProcess(child.pid);
    await this.#exited;
    forgetProcess(child.pid);
    // What left the process group may still hold these open.
    child.stdin?.destroy();
    child.stdout?.destroy();
    child.stderr?.destroy();
    this.onclose?.();
  }

  #read(chunk: Buffer) {
    this.#attempt.spend(chunk.length);
    if (this.#attempt.failure || this.#closing) {
      return;
    }
    try {
      for (const line of this.#lines.append(chunk)) {
        this.#onLine(line);
      }
    } catch (error) {
      this.#attempt.fail(describeFailure(error, this.#attempt.secrets));
    }
  }

  #onLine(line: string) {
    if (!line.trim()) {
      return;
    }
    const message = readMessage(line);
    if (message) {
      this.onmessage?.(message);
      return;
    }
    this.#foreignLines += 1;
    const problem = new AskError(
      'protocol-error',
      `The server wrote something to its stdout that is no JSON-RPC message: ${quote(
        line,
        this.#attempt.secrets,
      )}. It must log to stderr.`,
    );
    this.#attempt.note(problem);
    if (this.#foreignLines > MAX_FOREIGN_LINES || isBrokenMessage(line)) {
      this.#attempt.fail(problem);
    }
  }

  #onEnd(code: number | null, signal: NodeJS.Signals | null) {
    if (this.#closing) {
      return;
    }
    this.#closing = true;
    const said = this.#stderr.lastLine();
    this.#attempt.note(
      new AskError(
        'crashed',
        `The server's process ended midway, ${
          signal ? `by ${signal}` : `with exit code ${code}`
        }${
          said === undefined
            ? ''
            : `. It said: ${quote(said, this.#attempt.secrets)}`
        }.`,
      ),
    );
    this.onclose?.();
  }
}

function readMessage(line: string): JSONRPCMessage | undefined {
  try {
    return parseJSONRPCMessage(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/**
 * Whether a line was meant for the portal: a greeting or a log line may pass,
 * but an answer that can't be read will not come again.
 */
function isBrokenMessage(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return (
      typeof value !== 'object' ||
      value === null ||
      Array.isArray(value) ||
      'jsonrpc' in value ||
      'id' in value ||
      'result' in value
    );
  } catch {
    return line.startsWith('{');
  }
}

function couldNotStart(error: Error): AskError {
  const { code } = error as NodeJS.ErrnoException;
  return new AskError(
    'unreachable',
    `The server's program could not be started (${
      code ?? error.name
    }). Check the command and the working directory in mcpRegistry.introspection.stdio.`,
  );
}
