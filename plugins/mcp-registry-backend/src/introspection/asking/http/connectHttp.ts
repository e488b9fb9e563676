import { LoggerService } from '@backstage/backend-plugin-api';
import {
  extractWWWAuthenticateParams,
  SSEClientTransport,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { AskError } from '../attempt/AskError';
import { Attempt, Challenge } from '../attempt/Attempt';
import { Connection } from '../attempt/Connection';
import { describeFailure } from '../attempt/describeFailure';
import { displayUrl } from '../attempt/foreignText';
import { WatchedTransport } from '../attempt/WatchedTransport';
import {
  BoundHeaders,
  createGuardedFetch,
  GuardedFetch,
} from './createGuardedFetch';
import { createCheckedAgent, ResolveHost } from './createCheckedAgent';
import { HostRules } from './HostRules';

/** What every call over HTTP needs. */
export interface HttpContext {
  hosts: HostRules;
  resolve: ResolveHost;
  maxResponseBytes: number;
  deadlineMs: number;
  logger: LoggerService;
}

/** A credential's headers, and whom to tell when they are refused. */
export interface UsedCredential extends BoundHeaders {
  name: string;
  onRefused(): void;
}

/** Opens the way to a server that is reached by URL. */
export function connectHttp(options: {
  url: URL;
  kind: 'streamable-http' | 'sse';
  attempt: Attempt;
  context: HttpContext;
  credential?: UsedCredential;
}): Connection {
  const { url, kind, attempt, context, credential } = options;
  // An agent for each attempt: destroying it ends whatever still hangs.
  const agent = createCheckedAgent({
    ...context,
    timeoutMs: context.deadlineMs,
  });
  const guardedFetch = createGuardedFetch({
    hosts: context.hosts,
    dispatcher: agent,
    attempt,
    maxResponseBytes: context.maxResponseBytes,
    credential,
  });
  const transportOptions = {
    fetch: reportingFetch({
      guardedFetch,
      attempt,
      opensStream: kind === 'sse',
      credential,
    }),
    // The guarded fetch follows redirects itself, and checks each.
    redirectPolicy: 'follow' as const,
  };
  const inner =
    kind === 'sse'
      ? new SSEClientTransport(url, transportOptions)
      : new StreamableHTTPClientTransport(url, transportOptions);
  const transport = new WatchedTransport({
    inner,
    attempt,
    everyErrorIsFatal: kind === 'sse',
  });
  return {
    transport,
    isHttp: true,
    farewell: async () => {
      // A server of the older era keeps a session until it is told.
      if (inner instanceof StreamableHTTPClientTransport) {
        await inner.terminateSession();
      }
    },
    close: async () => {
      await transport.close();
      await agent.destroy().catch(() => {});
    },
  };
}

/** Tells the attempt what the SDK would hide, retry or wait for. */
function reportingFetch(options: {
  guardedFetch: GuardedFetch;
  attempt: Attempt;
  opensStream: boolean;
  credential?: UsedCredential;
}): GuardedFetch {
  const { guardedFetch, attempt, opensStream, credential } = options;
  return async (input, init) => {
    const isGet = (init?.method ?? 'GET') === 'GET';
    const resumes = new Headers(init?.headers).has('last-event-id');
    if (isGet && !opensStream && !resumes) {
      // The older era's stream for the server's own messages: not needed, and
      // "405" is how a server says that it has none.
      return new Response(null, { status: 405 });
    }
    try {
      const response = await guardedFetch(input, init);
      if (response.status === 401 || response.status === 403) {
        credential?.onRefused();
        attempt.noteChallenge(readChallenge(response));
        attempt.fail(unauthorized(new URL(input), response, credential?.name));
      }
      return response;
    } catch (error) {
      // The SDK ends a request itself when it gives up on it.
      if (!init?.signal?.aborted) {
        attempt.fail(describeFailure(error, attempt.secrets));
      }
      throw error;
    }
  };
}

/** What a 401 or 403 says of how to get in. */
export function readChallenge(response: Response): Challenge {
  return {
    namesMetadata:
      extractWWWAuthenticateParams(response).resourceMetadataUrl !== undefined,
  };
}

function unauthorized(
  url: URL,
  response: Response,
  credentialName: string | undefined,
): AskError {
  const { resourceMetadataUrl } = extractWWWAuthenticateParams(response);
  const issuer = resourceMetadataUrl
    ? ` It describes how to get one at ${resourceMetadataUrl.origin}.`
    : '';
  return new AskError(
    'unauthorized',
    credentialName
      ? `${displayUrl(
          url,
        )} did not accept the credential '${credentialName}' (HTTP ${
          response.status
        }).${issuer} Check its value and rights, and that its 'url' in mcpRegistry.introspection.credentials covers this address.`
      : `${displayUrl(url)} wants a credential (HTTP ${
          response.status
        }).${issuer} Bind one to this URL in mcpRegistry.introspection.credentials.`,
  );
}
