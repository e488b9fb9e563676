import type {
  GateReport,
  Page,
  PublishReceipt,
  PublishRequest,
  ServerContract,
  ServerVersion,
  ServerVersionDetail,
} from '@mcp-portal/plugin-mcp-registry-common';

import { CliError } from '../CliError';
import type { Io } from '../Io';
import { describeAnswer } from './describeAnswer';
import { describeNetworkError } from '../live/http/describeNetworkError';

const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const PAGE = 100;
/** Below it, the registry takes a team's service key instead of a Backstage token. */
const WITH_KEY = '/with-key';

/** That the portal does not publish a version; with a report when its gate says so. */
export interface Refusal {
  message: string;
  report?: GateReport;
}

/** What the portal answered. */
interface Answer {
  status: number;
  body: unknown;
}

/**
 * Calls the registry of a portal. Of the registry's own packages only types are
 * used: with their client, a pipeline would install a good part of Backstage.
 */
export class PortalClient {
  readonly #base: URL;
  readonly #io: Io;
  readonly #timeoutMs: number;

  constructor(options: { portal: URL; io: Io; timeoutMs: number }) {
    const path = options.portal.pathname.replace(/\/+$/, '');
    this.#base = new URL(`${path}/api/mcp-registry`, options.portal.origin);
    this.#io = options.io;
    this.#timeoutMs = options.timeoutMs;
  }

  async publish(
    server: string,
    request: PublishRequest,
  ): Promise<PublishReceipt | Refusal> {
    const answer = await this.#send('POST', server, '/versions', request);
    if (answer.status !== 409) {
      return this.#bodyOf(answer, server);
    }
    const { message, details } = errorOf(answer.body);
    return { message, report: details as GateReport | undefined };
  }

  /** The newest active release; undefined when there is none. */
  async findNewest(server: string): Promise<ServerVersion | undefined> {
    for (let offset = 0; ; offset += PAGE) {
      const page = this.#bodyOf<Page<ServerVersion>>(
        await this.#send(
          'GET',
          server,
          `/versions?limit=${PAGE}&offset=${offset}`,
        ),
        server,
      );
      const latest = page.items.find(version => version.latest);
      if (latest || page.items.length < PAGE) {
        return latest;
      }
    }
  }

  async getVersion(
    server: string,
    version: string,
  ): Promise<ServerVersionDetail> {
    const path = `/versions/${encodeURIComponent(version)}`;
    return this.#bodyOf(await this.#send('GET', server, path), server);
  }

  /** What the portal last saw live; undefined when that was never. */
  async getLive(server: string): Promise<ServerContract | undefined> {
    const { contract } = this.#bodyOf<{ contract: ServerContract | null }>(
      await this.#send('GET', server, '/contract'),
      server,
    );
    return contract ?? undefined;
  }

  #bodyOf<T>(answer: Answer, server: string): T {
    if (answer.status < 200 || answer.status > 299) {
      throw describeAnswer({
        status: answer.status,
        message: errorOf(answer.body).message,
        server,
        portal: this.#name,
        hasKey: Boolean(this.#io.env.MCP_PORTAL_TOKEN),
      });
    }
    return answer.body as T;
  }

  get #name(): string {
    return this.#base.origin + this.#base.pathname.replace(/\/api\/.*$/, '');
  }

  async #send(
    method: 'GET' | 'POST',
    server: string,
    path: string,
    body?: object,
  ): Promise<Answer> {
    const { MCP_PORTAL_TOKEN: key } = this.#io.env;
    const base = `${this.#base.href}${isServiceKey(key) ? WITH_KEY : ''}`;
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    try {
      const response = await this.#io.fetch(
        `${base}/servers/${encodeURIComponent(server)}${path}`,
        {
          method,
          headers: {
            accept: 'application/json',
            ...(key && { authorization: `Bearer ${key}` }),
            ...(body && { 'content-type': 'application/json' }),
          },
          body: body && JSON.stringify(body),
          // A portal never redirects; whoever does must not get the key.
          redirect: 'manual',
          signal: this.#io.signal
            ? AbortSignal.any([timeout, this.#io.signal])
            : timeout,
        },
      );
      return {
        status: response.status,
        body: await readBody(response, this.#name),
      };
    } catch (error) {
      throw error instanceof CliError ? error : this.#unreachable(error);
    }
  }

  #unreachable(error: unknown): CliError {
    if (this.#io.signal?.aborted) {
      return new CliError('Interrupted.');
    }
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return new CliError(
      `The portal at ${this.#name} could not be reached: ${
        isLate
          ? `no answer within ${this.#timeoutMs / 1000} s`
          : describeNetworkError(error) ?? 'the connection failed'
      }. Check --portal or MCP_PORTAL_URL, and that it runs.`,
    );
  }
}

function isServiceKey(key: string | undefined): boolean {
  return key?.startsWith('mcpk_') ?? false;
}

async function readBody(response: Response, portal: string): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_ANSWER_BYTES) {
      throw notAPortal(portal);
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    if (response.ok) {
      throw notAPortal(portal);
    }
    return undefined;
  }
}

function notAPortal(portal: string): CliError {
  return new CliError(
    `What answers at ${portal} is no MCP portal. Give the portal's base URL as --portal or MCP_PORTAL_URL, such as https://portal.example.com.`,
  );
}

function errorOf(body: unknown): { message: string; details?: unknown } {
  const { error } = (body ?? {}) as {
    error?: { message?: unknown; details?: unknown };
  };
  return {
    message: typeof error?.message === 'string' ? error.message : '',
    details: error?.details,
  };
}
