import type {
  JSONRPCMessage,
  Transport,
  TransportSendOptions,
} from '@modelcontextprotocol/client';
import { AskError } from './AskError';
import { Attempt } from './Attempt';
import { describeFailure } from './describeFailure';
import { quote } from './foreignText';

/** The ids of the SDK's `server/discover`; its failure is no failure yet. */
const PROBE_ID = /^server-discover-probe-/;

/**
 * Stands between the SDK's client and one of its HTTP transports, and reports
 * what the client would wait for until the deadline: a stream that ends without
 * the answer, a message that can't be read, an answer that nobody asked for.
 */
export class WatchedTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: Transport['onmessage'];
  readonly #inner: Transport;
  readonly #attempt: Attempt;
  readonly #everyErrorIsFatal: boolean;
  readonly #waiting = new Set<unknown>();
  readonly #asked = new Set<unknown>();

  constructor(options: {
    inner: Transport;
    attempt: Attempt;
    /** For SSE, whose one stream carries every answer. */
    everyErrorIsFatal: boolean;
  }) {
    this.#inner = options.inner;
    this.#attempt = options.attempt;
    this.#everyErrorIsFatal = options.everyErrorIsFatal;
  }

  get hasPerRequestStream() {
    return this.#inner.hasPerRequestStream;
  }

  get sessionId() {
    return this.#inner.sessionId;
  }

  async start(): Promise<void> {
    this.#inner.onclose = () => this.onclose?.();
    this.#inner.onerror = error => this.#onError(error);
    this.#inner.onmessage = (message, extra) => {
      this.#onMessage(message);
      this.onmessage?.(message, extra);
    };
    await this.#inner.start();
  }

  async send(
    message: JSONRPCMessage,
    options?: TransportSendOptions,
  ): Promise<void> {
    const id = 'method' in message && 'id' in message ? message.id : undefined;
    if (id !== undefined) {
      this.#waiting.add(id);
      this.#asked.add(id);
    }
    await this.#inner.send(message, {
      ...options,
      onRequestStreamEnd: () => {
        if (this.#waiting.has(id)) {
          this.#attempt.fail(
            this.#attempt.noted ??
              new AskError(
                'crashed',
                'The server ended its answer before it was complete.',
              ),
          );
        }
        options?.onRequestStreamEnd?.();
      },
    });
  }

  /** Never rejects: nothing that follows the answer may spoil it. */
  async close(): Promise<void> {
    await this.#inner.close().catch(() => {});
  }

  setProtocolVersion(version: string) {
    this.#inner.setProtocolVersion?.(version);
  }

  setSupportedProtocolVersions(versions: string[]) {
    this.#inner.setSupportedProtocolVersions?.(versions);
  }

  #onError(error: Error) {
    const unreadable = /^(SyntaxError|\$?ZodError)$/.test(error.name);
    if (unreadable || this.#everyErrorIsFatal) {
      this.#attempt.fail(
        this.#attempt.noted ?? describeFailure(error, this.#attempt.secrets),
      );
    }
    this.onerror?.(error);
  }

  #onMessage(message: JSONRPCMessage) {
    if ('method' in message) {
      return;
    }
    const probing = [...this.#waiting].some(id => PROBE_ID.test(String(id)));
    if (!this.#asked.has(message.id) && !probing) {
      this.#attempt.fail(
        new AskError(
          'protocol-error',
          `The server answered a request that it was not sent${
            'error' in message
              ? `: ${quote(message.error.message, this.#attempt.secrets)}`
              : ''
          }.`,
        ),
      );
    }
    this.#waiting.delete(message.id);
  }
}
