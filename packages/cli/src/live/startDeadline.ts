import { CliError } from '../CliError';

/** A signal that aborts with a CliError when the time is up, or on request. */
export function startDeadline(options: {
  server: string;
  timeoutMs: number;
  stopSignal?: AbortSignal;
}): { signal: AbortSignal; stop(): void } {
  const { server, timeoutMs, stopSignal } = options;
  const controller = new AbortController();
  const timer = setTimeout(
    () =>
      controller.abort(
        new CliError(
          `${server} did not show its whole contract within ${
            timeoutMs / 1000
          } s. If it is only slow, raise --timeout; what it logs is shown with --verbose.`,
        ),
      ),
    timeoutMs,
  );
  const onStop = () => controller.abort(new CliError('Interrupted.'));
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
