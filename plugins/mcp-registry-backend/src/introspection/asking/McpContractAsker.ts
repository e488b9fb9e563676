import { LoggerService } from '@backstage/backend-plugin-api';
import {
  createSnapshot,
  type ContractInput,
  type Snapshot,
} from '@mcp-portal/mcp-contract';
import type { Client } from '@modelcontextprotocol/client';
import { Attempt } from './attempt/Attempt';
import { Connection } from './attempt/Connection';
import { explainAnswer, explainAttempt } from './attempt/explain';
import { presentable } from './attempt/foreignText';
import { Secrets } from './attempt/Secrets';
import { chooseEndpoints, Endpoint } from './chooseEndpoints';
import type {
  Answer,
  AskOptions,
  ContractAsker,
  ServerToAsk,
  TrialOptions,
} from './ContractAsker';
import { Conversation, converse, EraUnknown } from './converse';
import { CredentialBook } from './credentials/CredentialBook';
import { connectHttp, HttpContext } from './http/connectHttp';
import { Environment } from './rules/environmentVariable';
import { IntrospectionRules } from './rules/IntrospectionRules';
import { startDeadline } from './startDeadline';
import { BoundedStdioTransport } from './stdio/BoundedStdioTransport';
import { launchCommand } from './stdio/launchCommand';
import { tryServer } from './trial/tryServer';

/** All that one server may send while it is asked, in responses of full size. */
const MAX_FULL_RESPONSES = 4;
/** What does not end is not waited for. */
const MAX_ENDING_MS = 1_000;
/** A shorter value can be in a contract by chance. */
const MIN_SECRET_IN_CONTRACT = 8;
/** A try must not take the time that reading the contract has. */
const MAX_TRYING_MS = 3_000;

/** One ask, on all the ways that it tries. */
interface Asking {
  server: ServerToAsk;
  deadline: AbortSignal;
  secrets: Secrets;
  trial?: TrialOptions;
}

/** What one way led to. */
interface Told
  extends Omit<Conversation, 'client'>,
    Pick<Answer, 'snapshot' | 'unknownTool' | 'auth'> {
  /** When the contract was whole, by `performance.now()`. */
  readAt: number;
}

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

  async ask(server: ServerToAsk, options: AskOptions = {}): Promise<Answer> {
    const startedAt = performance.now();
    const secrets = new Secrets();
    const deadline = startDeadline(
      this.options.rules.deadlineMs,
      options.signal,
    );
    const answer: Omit<Answer, 'outcome' | 'latencyMs'> = {};
    try {
      const { contract, snapshot, readAt, ...rest } = await this.#askBest(
        { server, secrets, deadline: deadline.signal, trial: options.trial },
        answer,
      );
      return {
        ...answer,
        ...rest,
        outcome: 'ok',
        // What was tried afterwards says nothing of how fast it is.
        latencyMs: Math.round(readAt - startedAt),
        snapshot: snapshot ?? this.#snapshotOf(server, contract, secrets),
      };
    } catch (error) {
      const { outcome, message } = explainAnswer(error, secrets);
      return {
        ...answer,
        outcome,
        latencyMs: Math.round(performance.now() - startedAt),
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
  async #askBest(asking: Asking, answer: Partial<Answer>): Promise<Told> {
    const { server, deadline } = asking;
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
        return await this.#askInEitherEra(endpoint, asking);
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

  async #askInEitherEra(endpoint: Endpoint, asking: Asking): Promise<Told> {
    try {
      return await this.#askEndpoint(endpoint, asking, 'auto');
    } catch (error) {
      if (error instanceof EraUnknown) {
        return this.#askEndpoint(endpoint, asking, 'legacy');
      }
      throw error;
    }
  }

  async #askEndpoint(
    endpoint: Endpoint,
    asking: Asking,
    era: 'auto' | 'legacy',
  ): Promise<Told> {
    const { rules } = this.options;
    const attempt = new Attempt({
      signal: asking.deadline,
      maxBytes: rules.maxResponseBytes * MAX_FULL_RESPONSES,
      secrets: asking.secrets,
    });
    let connection: Connection | undefined;
    try {
      connection = await attempt.within(this.#connect(endpoint, attempt));
      const { client, ...conversation } = await converse({
        connection,
        attempt,
        deadlineMs: rules.deadlineMs,
        // The newer era has no SSE transport.
        era: endpoint.transport === 'sse' ? 'legacy' : era,
      });
      const readAt = performance.now();
      const told = await this.#tryOut(endpoint, asking, {
        client,
        attempt,
        contract: conversation.contract,
      });
      await atMost(MAX_ENDING_MS, connection.farewell());
      return { ...conversation, ...told, readAt };
    } catch (error) {
      throw error instanceof EraUnknown
        ? error
        : explainAttempt(error, attempt);
    } finally {
      attempt.end();
      await atMost(MAX_ENDING_MS, connection?.close());
    }
  }

  /** Never throws: what was read is not spoilt by what is tried. */
  async #tryOut(
    endpoint: Endpoint,
    { server, secrets, trial }: Asking,
    read: { client: Client; attempt: Attempt; contract: ContractInput },
  ): Promise<Pick<Told, 'snapshot' | 'unknownTool' | 'auth'>> {
    if (!trial) {
      return {};
    }
    let snapshot: Snapshot;
    try {
      snapshot = this.#snapshotOf(server, read.contract, secrets);
    } catch {
      // It is made again where its error counts.
      return {};
    }
    const { rules, context, credentials } = this.options;
    return {
      snapshot,
      ...(await tryServer({
        ...read,
        server,
        endpoint,
        context,
        usesCredential:
          endpoint.transport !== 'stdio' &&
          credentials.find(endpoint.url) !== undefined,
        unknownTool: trial.unknownTool,
        isTried: snapshot.sha256 === trial.unlessSnapshot,
        timeoutMs: Math.min(MAX_TRYING_MS, rules.deadlineMs / 4),
      })),
    };
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
