import { AskError } from './AskError';
import { Secrets } from './Secrets';

/** A refusal for want of a credential. */
export interface Challenge {
  /** It names the RFC 9728 metadata that says how to get one. */
  namesMetadata: boolean;
}

/**
 * One conversation with one server: the first thing that went wrong, the bytes
 * it may still send, and the signal that ends all of it.
 *
 * The SDK turns many failures into text, a callback, or silence. What watches
 * the wire reports here, and the first report wins over whatever follows.
 */
export class Attempt {
  readonly secrets: Secrets;
  readonly #controller = new AbortController();
  readonly #unlink: () => void;
  #bytesLeft: number;
  #failure?: AskError;
  #noted?: AskError;
  #challenge?: Challenge;
  #ended = false;

  constructor(options: {
    /** The deadline of the whole ask; its reason is an AskError. */
    signal: AbortSignal;
    maxBytes: number;
    secrets: Secrets;
  }) {
    this.secrets = options.secrets;
    this.#bytesLeft = options.maxBytes;
    const onDeadline = () => this.fail(options.signal.reason as AskError);
    options.signal.addEventListener('abort', onDeadline, { once: true });
    this.#unlink = () =>
      options.signal.removeEventListener('abort', onDeadline);
    if (options.signal.aborted) {
      onDeadline();
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What ended the attempt. */
  get failure(): AskError | undefined {
    return this.#failure;
  }

  /** Trouble that need not be the end; it explains one that follows. */
  get noted(): AskError | undefined {
    return this.#noted;
  }

  note(error: AskError): void {
    this.#noted = error;
  }

  /** What the server wanted when it refused a request for want of rights. */
  get challenge(): Challenge | undefined {
    return this.#challenge;
  }

  noteChallenge(challenge: Challenge): void {
    this.#challenge = challenge;
  }

  /** Ends the attempt, unless it has ended already. */
  fail(error: AskError): void {
    if (!this.#failure && !this.#ended) {
      this.#failure = error;
      this.#controller.abort(error);
    }
  }

  /** Takes bytes that the server sent off what it may send in all. */
  spend(bytes: number): void {
    this.#bytesLeft -= bytes;
    if (this.#bytesLeft < 0) {
      this.fail(
        new AskError(
          'too-large',
          'The server sent more in all than the portal is willing to read. If that is what it offers, raise mcpRegistry.introspection.maxResponseBytes.',
        ),
      );
    }
  }

  /** Waits for the work, but not longer than the attempt lasts. */
  async within<T>(work: Promise<T>): Promise<T> {
    let stop: (() => void) | undefined;
    const failed = new Promise<never>((_, reject) => {
      stop = () => reject(this.#failure);
      this.signal.addEventListener('abort', stop, { once: true });
      if (this.signal.aborted) {
        stop();
      }
    });
    try {
      return await Promise.race([work, failed]);
    } finally {
      this.signal.removeEventListener('abort', stop!);
      // Whichever lost the race must not become an unhandled rejection.
      failed.catch(() => {});
      work.catch(() => {});
    }
  }

  /** Nothing that happens from here on counts. */
  end(): void {
    this.#ended = true;
    this.#unlink();
  }
}
