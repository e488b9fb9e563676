/** A tool as a model is told of it. */
export interface ModelTool {
  name: string;
  description: string;
  inputSchema: { type: 'object'; [keyword: string]: unknown };
}

/** A tool that the model wants called. */
export interface ToolRequest {
  id: string;
  name: string;
  arguments: Record<string, unknown>;
}

/** What came of a call, for the model to read. */
export interface ToolAnswer {
  id: string;
  text: string;
  isError: boolean;
}

export type Turn =
  | { role: 'user'; text: string }
  | { role: 'assistant'; text: string; requests: ToolRequest[] }
  | { role: 'tools'; answers: ToolAnswer[] };

export interface ModelAnswer {
  text: string;
  /** Empty when the model is done. */
  requests: ToolRequest[];
  usage: {
    inputTokens: number;
    cachedInputTokens: number;
    outputTokens: number;
  };
  /** The model that answered, which may be a dated one of the model asked for. */
  model: string;
}

/** A language model. To use another provider, write one more of these. */
export interface Model {
  readonly provider: string;
  readonly name: string;
  answer(conversation: {
    instructions: string;
    turns: readonly Turn[];
    tools: readonly ModelTool[];
    signal?: AbortSignal;
  }): Promise<ModelAnswer>;
}
