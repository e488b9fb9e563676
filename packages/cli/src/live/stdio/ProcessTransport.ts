import {
  parseJSONRPCMessage,
  serializeMessage,
  type JSONRPCMessage,
  type Transport,
} from '@modelcontextprotocol/client';
import { ChildProcess, spawn } from 'node:child_process';

import { CliError } from '../../CliError';
import { quote } from '../../output/plainText';
import type { Watch } from '../Watch';
import { LineReader } from './LineReader';
import { forgetGroup, rememberGroup, signalGroup } from './processGroups';
import { StderrTail } from './StderrTail';

/** A server may greet on stdout before it speaks MCP, but not forever. */
const MAX_FOREIGN_LINES = 100;
/** How long a server has to end by itself, and then again after SIGTERM. */
const ENDING_MS = 1_000;

/**
 * Speaks with a process over its stdin and stdout, and ends it with all that it
 * started: first by closing its stdin, as MCP asks, so that a container or a
 * lock that it holds is given back.
 *
 * The SDK's own transport can't end what a process started (and `npx` starts
 * the real server), and on `auto` it starts every server twice.
 */
export class ProcessTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: Transport['onmessage'];
  readonly #command: string[];
  readonly #env: NodeJS.ProcessEnv;
  readonly #watch: Watch;
  readonly #onLog?: (text: string) => void;
  readonly #tail = new StderrTail();
  readonly #lines = new LineReader();
  #child?: ChildProcess;
  #exited?: Promise<void>;
  #foreignLines = 0;
  #closing = false;

  constructor(options: {
    command: string[];
    env: NodeJS.ProcessEnv;
    watch: Watch;
    /** Gets what the process logs, as it comes. */
    onLog?: (text: string) => void;
  }) {
    this.#command = options.command;
    this.#env = options.env;
    this.#watch = options.watch;
    this.#onLog = options.onLog;
  }

  /** With `stderr`, how the SDK knows that silence means an older server. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get stderr(): null {
    return null;
  }

  async start(): Promise<void> {
    const [program, ...args] = this.#command;
    const child = spawn(program, args, {
      env: this.#env,
      stdio: ['pipe', 'pipe', 'pipe'],
      // Its own process group, so that it can be ended with its children.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#child = child;
    if (child.pid !== undefined) {
      rememberGroup(child.pid);
    }
    this.#exited = new Promise(resolve => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    // A process that ended says so itself; EPIPE adds nothing.
    child.stdin.on('error', () => {});
    child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#tail.append(text);
      this.#onLog?.(text);
    });
    // `close` comes when stdout is drained: what it said last still counts.
    child.once('close', (code, signal) => this.#onEnd(code, signal));
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', () => resolve());
      child.once('error', error => reject(this.#couldNotStart(error)));
    });
  }

  async send(message: JSONRPCMessage): Promise<void> {
    // Not awaited: a server that never reads must not hold the program back.
    if (!this.#closing) {
      this.#child?.stdin?.write(serializeMessage(message));
    }
  }

  /** Never rejects; when it resolves, the process is gone. */
  async close(): Promise<void> {
    this.#closing = true;
    const child = this.#child;
    if (!child?.pid) {
      return;
    }
    child.stdin?.end();
    // Past the deadline nobody waits for good manners.
    const patienceMs = this.#watch.failure ? 0 : ENDING_MS;
    if (!(await this.#exitsWithin(patienceMs))) {
      signalGroup(child.pid, 'SIGTERM');
      await this.#exitsWithin(ENDING_MS);
    }
    // What it started may still be there, and hold these open.
    signalGroup(child.pid, 'SIGKILL');
    await this.#exited;
    forgetGroup(child.pid);
    child.stdout?.destroy();
    child.stderr?.destroy();
    this.onclose?.();
  }

  async #exitsWithin(ms: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>(resolve => {
      timer = setTimeout(() => resolve(false), ms);
    });
    const exited = this.#exited?.then(() => true) ?? Promise.resolve(true);
    const result = await Promise.race([exited, late]);
    clearTimeout(timer);
    return result;
  }

  #read(chunk: Buffer) {
    this.#watch.spend(chunk.length);
    if (this.#watch.failure || this.#closing) {
      return;
    }
    for (const line of this.#lines.append(chunk)) {
      this.#onLine(line);
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
    this.#watch.note(
      `${
        this.#watch.server
      } wrote to its stdout what is no message of MCP: ${quote(
        this.#watch.secrets.redact(line),
      )}. It must log to stderr.`,
    );
    if (this.#foreignLines > MAX_FOREIGN_LINES) {
      this.#watch.fail(this.#watch.noted as CliError);
    }
  }

  #onEnd(code: number | null, signal: NodeJS.Signals | null) {
    if (this.#closing) {
      return;
    }
    this.#closing = true;
    const said = this.#tail.lastLine();
    this.#watch.note(
      `${this.#watch.server} ended before it had shown its contract, ${
        signal ? `by ${signal}` : `with exit code ${code}`
      }${
        said === undefined
          ? ''
          : `. It said: ${quote(this.#watch.secrets.redact(said))}`
      }. All that it logs is shown with --verbose.`,
    );
    this.onclose?.();
  }

  #couldNotStart(error: Error): CliError {
    const { code } = error as NodeJS.ErrnoException;
    return new CliError(
      `${this.#watch.server} could not be started (${
        code ?? error.name
      }). Check what stands after '--': it is run as it is, without a shell.`,
    );
  }
}

function readMessage(line: string): JSONRPCMessage | undefined {
  try {
    return parseJSONRPCMessage(JSON.parse(line));
  } catch {
    return undefined;
  }
}
