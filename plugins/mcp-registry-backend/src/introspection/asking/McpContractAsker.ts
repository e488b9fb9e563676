import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ContractError,
  createSnapshot,
  type ContractInput,
} from '@mcp-portal/mcp-contract';
import { AskError } from './attempt/AskError';
import { Attempt } from './attempt/Attempt';
import { Connection } from './attempt/Connection';
import { describeFailure } from './attempt/describeFailure';
import { presentable } from './attempt/foreignText';
import { Secrets } from './attempt/Secrets';
import { chooseEndpoints, Endpoint } from './chooseEndpoints';
import type { Answer, ContractAsker, ServerToAsk } from './ContractAsker';
import { Conversation, converse, EraUnknown } from './converse';
import { CredentialBook } from './credentials/CredentialBook';
import { connectHttp, HttpContext } from './http/connectHttp';
import { Environment } from './rules/environmentVariable';
import { IntrospectionRules } from './rules/IntrospectionRules';
import { startDeadline } from './startDeadline';
import { BoundedStdioTransport } from './stdio/BoundedStdioTransport';
import { launchCommand } from './stdio/launchCommand';

/** All that one server may send while it is asked, in responses of full size. */
const MAX_FULL_RESPONSES = 4;
/** What does not end is not waited for. */
const MAX_ENDING_MS = 1_000;
/** A shorter value can be in a contract by chance. */
const MIN_SECRET_IN_CONTRACT = 8;

/** Asks servers by the SDK's client, within the operator's rules. */
export class McpContractAsker implements ContractAsker {
  constructor(
    private readonly options: {
      rules: IntrospectionRules;
      context: HttpContext;
      credentials: CredentialBook;
      env: Environment;
      logger: LoggerService;
    },
  ) {}

  async ask(
    server: ServerToAsk,
    options: { signal?: AbortSignal } = {},
  ): Promise<Answer> {
    const startedAt = performance.now();
    const secrets = new Secrets();
    const deadline = startDeadline(
      this.options.rules.deadlineMs,
      options.signal,
    );
    const answer: Omit<Answer, 'outcome' | 'latencyMs'> = {};
    try {
      const { contract, ...rest } = await this.#askBest(
        server,
        deadline.signal,
        secrets,
        answer,
      );
      const snapshot = this.#snapshotOf(server, contract, secrets);
      return {
        ...answer,
        ...rest,
        outcome: 'ok',
        latencyMs: elapsedMs(startedAt),
        snapshot,
      };
    } catch (error) {
      const { outcome, message } = describe(error, secrets);
      return {
        ...answer,
        outcome,
        latencyMs: elapsedMs(startedAt),
        error: presentable(secrets.redact(message)),
      };
    } finally {
      deadline.stop();
    }
  }

  /** A server that says a secret back must not get it stored. */
  #snapshotOf(server: ServerToAsk, contract: ContractInput, secrets: Secrets) {
    const snapshot = createSnapshot(contract);
    const { canonicalJson } = snapshot;
    const clean = secrets.redact(canonicalJson, MIN_SECRET_IN_CONTRACT);
    if (clean === canonicalJson) {
      return snapshot;
    }
    this.options.logger.warn(
      `${server.ref} says a secret of the portal back in its contract; it was taken out`,
    );
    return createSnapshot(JSON.parse(clean));
  }

  /** Tries each allowed way until one leads to a contract. */
  async #askBest(
    server: ServerToAsk,
    deadline: AbortSignal,
    secrets: Secrets,
    answer: Partial<Answer>,
  ): Promise<Conversation> {
    const { context, rules, credentials } = this.options;
    const endpoints = chooseEndpoints(server, {
      hosts: context.hosts,
      stdio: rules.stdio,
    });
    for (const endpoint of endpoints) {
      answer.transport = endpoint.transport;
      answer.endpoint = endpoint.name;
      answer.credential =
        endpoint.transport === 'stdio'
          ? undefined
          : credentials.find(endpoint.url)?.name;
      try {
        return await this.#askInEitherEra(endpoint, deadline, secrets);
      } catch (error) {
        if (deadline.aborted || endpoint === endpoints.at(-1)) {
          throw error;
        }
        this.options.logger.debug(
          `Asking ${server.ref} at ${endpoint.name} failed, trying the next way`,
        );
      }
    }
    throw new Error('chooseEndpoints gave no endpoint');
  }

  async #askInEitherEra(
    endpoint: Endpoint,
    deadline: AbortSignal,
    secrets: Secrets,
  ): Promise<Conversation> {
    try {
      return await this.#askEndpoint(endpoint, deadline, secrets, 'auto');
    } catch (error) {
      if (error instanceof EraUnknown) {
        return this.#askEndpoint(endpoint, deadline, secrets, 'legacy');
      }
      throw error;
    }
  }

  async #askEndpoint(
    endpoint: Endpoint,
    deadline: AbortSignal,
    secrets: Secrets,
    era: 'auto' | 'legacy',
  ): Promise<Conversation> {
    const { rules } = this.options;
    const attempt = new Attempt({
      signal: deadline,
      maxBytes: rules.maxResponseBytes * MAX_FULL_RESPONSES,
      secrets,
    });
    let connection: Connection | undefined;
    try {
      connection = await attempt.within(this.#connect(endpoint, attempt));
      const conversation = await converse({
        connection,
        attempt,
        deadlineMs: rules.deadlineMs,
        // The newer era has no SSE transport.
        era: endpoint.transport === 'sse' ? 'legacy' : era,
      });
      await atMost(MAX_ENDING_MS, connection.farewell());
      return conversation;
    } catch (error) {
      throw error instanceof EraUnknown ? error : explain(error, attempt);
    } finally {
      attempt.end();
      await atMost(MAX_ENDING_MS, connection?.close());
    }
  }

  async #connect(endpoint: Endpoint, attempt: Attempt): Promise<Connection> {
    const { rules, context, credentials, env } = this.options;
    if (endpoint.transport !== 'stdio') {
      const { url, transport: kind } = endpoint;
      const rule = credentials.find(url);
      const credential =
        rule && (await credentials.headersFor(rule, url, attempt));
      return connectHttp({ url, kind, attempt, context, credential });
    }
    const transport = new BoundedStdioTransport({
      launch: await launchCommand({
        rule: endpoint.rule,
        env,
        secrets: attempt.secrets,
      }),
      attempt,
      maxLineBytes: rules.maxResponseBytes,
    });
    return {
      transport,
      isHttp: false,
      farewell: async () => {},
      close: () => transport.close(),
    };
  }
}

/** What the attempt saw on the wire says more than what the SDK made of it. */
function explain(error: unknown, attempt: Attempt): AskError {
  const described = attempt.failure ?? describeFailure(error, attempt.secrets);
  const vague = ['timeout', 'crashed'].includes(described.outcome);
  return vague && attempt.noted ? attempt.noted : described;
}

function describe(error: unknown, secrets: Secrets): AskError {
  if (error instanceof ContractError) {
    return new AskError(
      error.code === 'too-large' ? 'too-large' : 'invalid-contract',
      error.message,
    );
  }
  return describeFailure(error, secrets);
}

/** Waits for what may fail, and may take forever. */
async function atMost(ms: number, work?: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    work?.catch(() => {}),
    new Promise<void>(resolve => {
      timer = setTimeout(resolve, ms);
    }),
  ]);
  clearTimeout(timer);
}

function elapsedMs(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}
