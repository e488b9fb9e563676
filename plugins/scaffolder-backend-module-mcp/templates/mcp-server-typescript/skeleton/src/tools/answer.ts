import type {
  CallToolResult,
  ServerContext,
} from '@modelcontextprotocol/server';

import type { ToolContext } from './ToolContext.js';

/**
 * A failure that the caller can do something about: the model reads `message`,
 * so it says what was wrong and what to try instead. It must hold nothing that
 * the caller may not know.
 */
export class ToolError extends Error {
  override name = 'ToolError';
}

/**
 * Turns what a tool's work returns, or throws, into the result of the call.
 *
 * MCP, tools, error handling: a call that fails is a result with `isError`, so
 * that the model can read why and try again. Anything but a {@link ToolError}
 * may hold internals: it goes to the log, and the caller learns its reference.
 */
export async function answer<Output extends object>(
  context: ToolContext,
  request: ServerContext,
  work: (signal: AbortSignal) => Output | Promise<Output>,
): Promise<CallToolResult> {
  const timeout = AbortSignal.timeout(context.toolTimeoutMs);
  const signal = AbortSignal.any([request.mcpReq.signal, timeout]);
  try {
    const output = await Promise.race([
      work(signal),
      rejectWhenAborted(signal),
    ]);
    return {
      content: [{ type: 'text', text: JSON.stringify(output) }],
      structuredContent: { ...output },
    };
  } catch (error) {
    return { content: [{ type: 'text', text: explain(error) }], isError: true };
  }

  function explain(error: unknown): string {
    if (error instanceof ToolError) {
      return error.message;
    }
    if (timeout.aborted) {
      context.log.warn({ timeoutMs: context.toolTimeoutMs }, 'tool timed out');
      return `This took longer than ${
        context.toolTimeoutMs / 1000
      } seconds and was stopped. Ask for less, or try again later.`;
    }
    const reference = crypto.randomUUID();
    context.log.error({ err: error, reference }, 'tool failed');
    return `This failed inside the server. Its operators find why in the log, under ${reference}.`;
  }
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
