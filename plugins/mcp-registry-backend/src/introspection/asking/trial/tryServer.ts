import { probeUnknownTool } from '@mcp-portal/mcp-introspection';
import type { Client } from '@modelcontextprotocol/client';
import { Attempt } from '../attempt/Attempt';
import { Endpoint } from '../chooseEndpoints';
import type { Answer, ServerToAsk } from '../ContractAsker';
import { HttpContext } from '../http/connectHttp';
import { askHowToGetIn } from './askHowToGetIn';
import { declaresHeaders, entryOfProcess } from './declaredEntry';

interface Tried {
  client: Client;
  attempt: Attempt;
  server: ServerToAsk;
  endpoint: Endpoint;
  context: HttpContext;
  usesCredential: boolean;
  /** Whether a tool that can't exist is called. */
  unknownTool: boolean;
  /** It was tried not long ago: nothing is sent to it. */
  isTried: boolean;
  /** Of each try. */
  timeoutMs: number;
}

/**
 * Learns of a server what no list says: how it refuses a tool that it does not
 * have, and how one gets in. Never throws; what can't be known is absent.
 */
export async function tryServer(
  tried: Tried,
): Promise<Pick<Answer, 'unknownTool' | 'auth'>> {
  return {
    unknownTool: await hearRefusal(tried),
    auth: await learnEntry(tried),
  };
}

async function hearRefusal(tried: Tried): Promise<Answer['unknownTool']> {
  const { client, attempt, timeoutMs } = tried;
  if (
    tried.isTried ||
    !tried.unknownTool ||
    !client.getServerCapabilities()?.tools
  ) {
    return undefined;
  }
  try {
    return await attempt.within(
      probeUnknownTool({ client, timeoutMs, signal: attempt.signal }),
    );
  } catch {
    return {
      kind: 'none',
      reason: `The attempt ended with ${attempt.failure?.outcome}.`,
    };
  }
}

async function learnEntry(tried: Tried): Promise<Answer['auth']> {
  const { endpoint, server, attempt } = tried;
  if (endpoint.transport === 'stdio') {
    return entryOfProcess(server, endpoint.rule);
  }
  if (declaresHeaders(server, endpoint.url)) {
    return 'declared';
  }
  if (attempt.challenge) {
    // Some let everybody list their tools, and challenge who calls one.
    return attempt.challenge.namesMetadata ? 'declared' : undefined;
  }
  if (!tried.usesCredential) {
    return 'none';
  }
  return tried.isTried
    ? undefined
    : askHowToGetIn({ ...tried, url: endpoint.url });
}
