import { randomUUID } from 'node:crypto';

import { SpanKind, type Tracer } from '@opentelemetry/api';

import { AGENT } from '../agentIdentity.js';
import type { Model, ModelAnswer, Turn } from '../model/Model.js';
import { Toolbox } from '../servers/Toolbox.js';
import type { ConnectedServer } from '../servers/connectServers.js';
import { ATTR } from '../telemetry/attributes.js';
import { inSpan } from '../telemetry/inSpan.js';
import { callTool } from './callTool.js';

/** A model that only ever calls tools is stopped, and with it what it costs. */
const MAX_TURNS = 12;

export interface AgentOptions {
  model: Model;
  servers: readonly ConnectedServer[];
  tracer: Tracer;
  maxTurns?: number;
  signal?: AbortSignal;
}

/**
 * Answers one question: the model thinks, asks for tools, reads what they
 * answer, and goes on until it is done.
 *
 * @throws Error when the model fails, or is not done after `maxTurns` turns
 */
export function runAgent(
  question: string,
  options: AgentOptions,
): Promise<string> {
  return inSpan(
    options.tracer,
    {
      name: `invoke_agent ${AGENT.name}`,
      kind: SpanKind.INTERNAL,
      attributes: {
        [ATTR.operation]: 'invoke_agent',
        [ATTR.agentId]: AGENT.ref,
        [ATTR.agentName]: AGENT.name,
        [ATTR.conversationId]: randomUUID(),
      },
    },
    () => converse(question, options),
  );
}

async function converse(
  question: string,
  options: AgentOptions,
): Promise<string> {
  const { tracer, maxTurns = MAX_TURNS } = options;
  const toolbox = new Toolbox(options.servers);
  const turns: Turn[] = [{ role: 'user', text: question }];
  for (let turn = 0; turn < maxTurns; turn++) {
    const { text, requests } = await ask(options, toolbox, turns);
    if (requests.length === 0) {
      return text;
    }
    turns.push({ role: 'assistant', text, requests });
    const answers = await Promise.all(
      requests.map(request => callTool(tracer, toolbox, request)),
    );
    turns.push({ role: 'tools', answers });
  }
  throw new Error(
    `The model was not done after ${maxTurns} turns. Ask something smaller, or raise maxTurns.`,
  );
}

function ask(
  { model, tracer, signal }: AgentOptions,
  toolbox: Toolbox,
  turns: readonly Turn[],
): Promise<ModelAnswer> {
  return inSpan(
    tracer,
    {
      name: `chat ${model.name}`,
      kind: SpanKind.CLIENT,
      attributes: {
        [ATTR.operation]: 'chat',
        [ATTR.provider]: model.provider,
        [ATTR.requestModel]: model.name,
        [ATTR.agentId]: AGENT.ref,
        [ATTR.agentName]: AGENT.name,
      },
    },
    async span => {
      const answer = await model.answer({
        instructions: AGENT.purpose,
        turns,
        tools: toolbox.tools,
        signal,
      });
      span.setAttributes({
        [ATTR.responseModel]: answer.model,
        [ATTR.inputTokens]: answer.usage.inputTokens,
        [ATTR.cachedInputTokens]: answer.usage.cachedInputTokens,
        [ATTR.outputTokens]: answer.usage.outputTokens,
      });
      return answer;
    },
  );
}
