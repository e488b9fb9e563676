import Anthropic from '@anthropic-ai/sdk';

import type { Model, ModelAnswer, Turn } from './Model.js';

const MAX_OUTPUT_TOKENS = 4_096;

/** Claude, through the Messages API. Its key is in ANTHROPIC_API_KEY. */
export class AnthropicModel implements Model {
  readonly provider = 'anthropic';
  readonly name: string;
  readonly #client: Anthropic;

  constructor(options: { name: string; apiKey?: string; baseURL?: string }) {
    const { name, ...client } = options;
    this.name = name;
    this.#client = new Anthropic({
      ...client,
      // The span around a call is this agent's own: two would count its tokens twice.
      openTelemetry: false,
    });
  }

  async answer({
    instructions,
    turns,
    tools,
    signal,
  }: Parameters<Model['answer']>[0]): Promise<ModelAnswer> {
    const message = await this.#client.messages.create(
      {
        model: this.name,
        max_tokens: MAX_OUTPUT_TOKENS,
        system: instructions,
        messages: turns.map(messageOf),
        tools: tools.map(({ name, description, inputSchema }) => ({
          name,
          description,
          input_schema: inputSchema,
        })),
      },
      { signal },
    );
    const { usage } = message;
    const cachedInputTokens = usage.cache_read_input_tokens ?? 0;
    return {
      text: message.content
        .flatMap(block => (block.type === 'text' ? [block.text] : []))
        .join('\n'),
      requests: message.content.flatMap(block =>
        block.type === 'tool_use'
          ? [
              {
                id: block.id,
                name: block.name,
                arguments: block.input as Record<string, unknown>,
              },
            ]
          : [],
      ),
      usage: {
        // This API counts cached tokens apart; telemetry counts them as input too.
        inputTokens:
          usage.input_tokens +
          cachedInputTokens +
          (usage.cache_creation_input_tokens ?? 0),
        cachedInputTokens,
        outputTokens: usage.output_tokens,
      },
      model: message.model,
    };
  }
}

function messageOf(turn: Turn): Anthropic.MessageParam {
  switch (turn.role) {
    case 'user':
      return { role: 'user', content: turn.text };
    case 'assistant':
      return {
        role: 'assistant',
        content: [
          ...(turn.text ? [{ type: 'text' as const, text: turn.text }] : []),
          ...turn.requests.map(request => ({
            type: 'tool_use' as const,
            id: request.id,
            name: request.name,
            input: request.arguments,
          })),
        ],
      };
    case 'tools':
      return {
        role: 'user',
        content: turn.answers.map(answer => ({
          type: 'tool_result' as const,
          tool_use_id: answer.id,
          content: answer.text,
          is_error: answer.isError,
        })),
      };
  }
}
