import { AskError } from '../attempt/AskError';
import { Attempt } from '../attempt/Attempt';

/**
 * Counts a response's bytes as they are read, after decompression, and cuts it
 * off at the limit: nothing is buffered here, so a flood or a compression bomb
 * costs no more than the limit.
 */
export function boundBody(
  body: ReadableStream<Uint8Array>,
  options: {
    maxBytes: number;
    attempt: Attempt;
    /** What to make of a body that breaks off. */
    onBroken: (error: unknown) => void;
  },
): ReadableStream<Uint8Array> {
  const { maxBytes, attempt, onBroken } = options;
  const reader = body.getReader();
  let read = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await reader.read();
        if (done) {
          controller.close();
          return;
        }
        read += value.byteLength;
        attempt.spend(value.byteLength);
        if (read > maxBytes) {
          attempt.fail(tooLarge(maxBytes));
        }
        if (attempt.failure) {
          throw attempt.failure;
        }
        controller.enqueue(value);
      } catch (error) {
        reader.cancel(error).catch(() => {});
        onBroken(error);
        controller.error(error);
      }
    },
    async cancel(reason) {
      await reader.cancel(reason).catch(() => {});
    },
  });
}

function tooLarge(maxBytes: number) {
  return new AskError(
    'too-large',
    `The server sent a response of more than ${maxBytes} bytes. If that is what it offers, raise mcpRegistry.introspection.maxResponseBytes.`,
  );
}
