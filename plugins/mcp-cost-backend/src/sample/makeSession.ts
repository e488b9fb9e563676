import type { ReportedUsage } from '../ingestion';
import type { SampleAgent, SampleCall } from './SampleProfile';
import type { SampleTimeline } from './SampleTimeline';
import type { SeededRandom } from './SeededRandom';

/** Around a median: most within half and double of it. */
const SPREAD = 0.55;
const TOKENS_PER_SECOND = 70;
const FIRST_TOKEN_MS = 900;
const ON_BEHALF = 0.6;

type Usage = Omit<ReportedUsage, 'index'>;
type Shared = Pick<
  Usage,
  'revision' | 'idKind' | 'agent' | 'user' | 'environment'
>;

/**
 * One task of an agent: it asks its model, calls tools, and asks again.
 */
export function makeSession(options: {
  /** Names the session for ever. */
  id: string;
  agent: SampleAgent;
  startMs: number;
  timeline: SampleTimeline;
  random: SeededRandom;
}): Usage[] {
  const { id, agent, timeline, random } = options;
  const shared: Shared = {
    idKind: 'usage',
    revision: 0,
    agent: agent.agent,
    user:
      agent.users.length > 0 && random.isHit(ON_BEHALF)
        ? random.pick(agent.users)
        : undefined,
    environment: random.isHit(agent.stagingShare)
      ? 'staging'
      : agent.environment,
  };
  const calls = agent.calls.flatMap(call => {
    const { calls: factor } = timeline.of(
      { server: call.server },
      options.startMs,
    );
    const count = random.count(call.perSession * factor);
    return Array.from({ length: count }, () => call);
  });
  const usage: Usage[] = [];
  let atMs = options.startMs;
  const add = (event: Omit<Usage, keyof Shared | 'id' | 'occurredAtMs'>) => {
    const occurredAtMs = Math.round(atMs);
    usage.push({
      ...shared,
      ...event,
      id: `${id}/${usage.length}`,
      occurredAtMs,
    });
    atMs += (event.measures.durationUs ?? 0) / 1_000;
  };
  for (let turn = 0; turn < agent.turns; turn++) {
    add(makeModelCall(agent, turn, random));
    const [from, to] = [turn, turn + 1].map(part =>
      Math.floor((part * calls.length) / agent.turns),
    );
    for (const call of calls.slice(from, to)) {
      add(makeToolCall(call, timeline, random, atMs));
    }
  }
  return usage;
}

function makeModelCall(agent: SampleAgent, turn: number, random: SeededRandom) {
  const { model } = agent;
  const input = Math.round(model.inputTokens * random.logNormal(0.3));
  const cached = turn === 0 ? 0 : Math.round(input * agent.cachedShare);
  const output = Math.max(
    1,
    Math.round(model.outputTokens * random.logNormal(SPREAD)),
  );
  const isError = random.isHit(0.004);
  return {
    kind: 'model-call' as const,
    serverNames: [],
    model: model.name,
    provider: model.provider,
    measures: {
      isCall: true,
      isError,
      errorType: isError ? 'rate_limit' : undefined,
      durationUs: Math.round(
        1_000 * (FIRST_TOKEN_MS + (1_000 * output) / TOKENS_PER_SECOND),
      ),
      inputTokens: isError ? 0 : input - cached,
      cachedInputTokens: isError ? 0 : cached,
      outputTokens: isError ? 0 : output,
      quantityNanos: 0n,
    },
  };
}

function makeToolCall(
  call: SampleCall,
  timeline: SampleTimeline,
  random: SeededRandom,
  atMs: number,
) {
  const { errorRate, errorType, slower } = timeline.of(
    { server: call.server },
    atMs,
  );
  const isError = random.isHit(errorRate ?? call.errorRate);
  return {
    kind: 'tool-call' as const,
    serverNames: [call.server],
    tool: call.tool,
    measures: {
      isCall: true,
      isError,
      errorType: isError ? errorType ?? 'tool_error' : undefined,
      durationUs: Math.round(
        1_000 * call.medianMs * slower * random.logNormal(SPREAD),
      ),
      inputTokens: 0,
      cachedInputTokens: 0,
      outputTokens: 0,
      quantityNanos: 0n,
    },
  };
}
