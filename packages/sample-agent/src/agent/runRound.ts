import { SpanKind, type Tracer } from '@opentelemetry/api';
import { randomUUID } from 'node:crypto';

import type { ConnectedServer } from '../servers/ConnectedServer';
import { ATTR } from '../telemetry/attributes';
import { traceToolCall } from '../telemetry/traceToolCall';
import { planRound } from './planRound';

/** The agent's entity in the sample organisation, and what it calls itself. */
export const AGENT = {
  ref: 'component:default/sample-agent',
  name: 'sample-agent',
};

export interface RoundResult {
  calls: number;
  errors: number;
}

/** One turn of the loop: plan a step, take it, look at what came of it, until done. */
export function runRound(options: {
  round: number;
  tracer: Tracer;
  servers: readonly ConnectedServer[];
  folder: string;
  signal?: AbortSignal;
}): Promise<RoundResult> {
  const { round, tracer, folder, signal } = options;
  const servers = new Map(options.servers.map(server => [server.name, server]));
  return tracer.startActiveSpan(
    `invoke_agent ${AGENT.name}`,
    {
      kind: SpanKind.INTERNAL,
      attributes: {
        [ATTR.operation]: 'invoke_agent',
        [ATTR.agentId]: AGENT.ref,
        [ATTR.agentName]: AGENT.name,
        [ATTR.conversationId]: randomUUID(),
      },
    },
    async span => {
      const result = { calls: 0, errors: 0 };
      const findings: string[] = [];
      const plan = planRound(round, folder);
      for (
        let next = plan.next();
        !next.done && !signal?.aborted;
        next = plan.next(findings)
      ) {
        const server = servers.get(next.value.server);
        if (server) {
          const outcome = await traceToolCall(tracer, {
            ...next.value,
            server,
          });
          findings.push(outcome.text);
          result.calls += 1;
          result.errors += outcome.ok ? 0 : 1;
        }
      }
      span.end();
      return result;
    },
  );
}
