import { CliError } from '../CliError';
import type { Secrets } from './Secrets';

/** All that one server may send: several times the largest contract. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Watches over one conversation with one server: the first thing that went
 * wrong, the bytes it may still send, and the signal that ends all of it.
 *
 * The SDK turns many failures into text, a callback, or silence. What sees the
 * wire reports here, and the first report wins over whatever follows.
 */
export class Watch {
  /** As `nameOf` gives it. */
  readonly server: string;
  readonly secrets: Secrets;
  /** The status of the last HTTP answer. */
  status?: number;
  /** Trouble that need not be the end; it explains one that follows. */
  noted?: CliError;
  /** What ended the conversation. */
  failure?: CliError;
  readonly #controller = new AbortController();
  readonly #unlink: () => void;
  #bytesLeft = MAX_BYTES;

  constructor(options: {
    server: string;
    secrets: Secrets;
    /** The deadline; its reason is a CliError. */
    signal: AbortSignal;
  }) {
    const { server, secrets, signal } = options;
    this.server = server;
    this.secrets = secrets;
    const onDeadline = () => this.fail(signal.reason);
    signal.addEventListener('abort', onDeadline, { once: true });
    this.#unlink = () => signal.removeEventListener('abort', onDeadline);
    if (signal.aborted) {
      onDeadline();
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  note(message: string): void {
    this.noted ??= new CliError(message);
  }

  fail(reason: CliError): void {
    if (!this.failure) {
      this.failure = reason;
      this.#controller.abort(reason);
    }
  }

  /** Takes bytes that the server sent off what it may send in all. */
  spend(bytes: number): void {
    this.#bytesLeft -= bytes;
    if (this.#bytesLeft < 0) {
      this.fail(
        new CliError(
          `${this.server} sent more than ${
            MAX_BYTES / 1024 / 1024
          } MiB, which no contract needs. Ask its owner what it sends.`,
        ),
      );
    }
  }

  /** Waits for the work, but not longer than the conversation lasts. */
  async within<T>(work: Promise<T>): Promise<T> {
    let stop: () => void = () => {};
    const failed = new Promise<never>((_, reject) => {
      stop = () => reject(this.failure);
      this.signal.addEventListener('abort', stop, { once: true });
      if (this.signal.aborted) {
        stop();
      }
    });
    try {
      return await Promise.race([work, failed]);
    } finally {
      this.signal.removeEventListener('abort', stop);
      // Whichever lost the race must not become an unhandled rejection.
      failed.catch(() => {});
      work.catch(() => {});
    }
  }

  end(): void {
    this.#unlink();
  }
}
