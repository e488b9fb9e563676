import { AskError } from './attempt/AskError';

/** A signal that aborts with an AskError when the time is up, or on request. */
export function startDeadline(
  deadlineMs: number,
  stopSignal?: AbortSignal,
): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const timer = setTimeout(
    () =>
      controller.abort(
        new AskError(
          'timeout',
          `The server did not show its whole contract within ${
            deadlineMs / 1000
          } s (mcpRegistry.introspection.deadline).`,
        ),
      ),
    deadlineMs,
  );
  const onStop = () =>
    controller.abort(
      new AskError(
        'timeout',
        'The portal stopped asking before the server had answered.',
      ),
    );
  stopSignal?.addEventListener('abort', onStop, { once: true });
  if (stopSignal?.aborted) {
    onStop();
  }
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer);
      stopSignal?.removeEventListener('abort', onStop);
    },
  };
}
