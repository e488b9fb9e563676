import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoaded } from './useLoaded';

/** A request whose answer the test gives. */
function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}

describe('useLoaded', () => {
  it('keeps the last good answer of a subject while and after a newer one fails', async () => {
    const answers = [deferred<string>(), deferred<string>()];
    const { result, rerender } = renderHook(
      ({ request }) =>
        useLoaded({
          subject: 'list',
          request: String(request),
          load: () => answers[request].promise,
        }),
      { initialProps: { request: 0 } },
    );
    expect(result.current.loading).toBe(true);
    expect(result.current.value).toBeUndefined();
    await act(async () => answers[0].resolve('first'));
    expect(result.current).toMatchObject({ loading: false, value: 'first' });

    rerender({ request: 1 });
    await waitFor(() => expect(result.current.loading).toBe(true));
    expect(result.current.value).toBe('first');
    await act(async () => answers[1].reject(new Error('away')));
    expect(result.current).toMatchObject({
      loading: false,
      value: 'first',
      error: new Error('away'),
    });
  });

  it('forgets the answer when the subject is another one', async () => {
    const { result, rerender } = renderHook(
      ({ subject }) =>
        useLoaded({
          subject,
          request: subject,
          load: async () => subject.toUpperCase(),
        }),
      { initialProps: { subject: 'a' } },
    );
    await waitFor(() => expect(result.current.value).toBe('A'));
    rerender({ subject: 'b' });
    expect(result.current.value).toBeUndefined();
    await waitFor(() => expect(result.current.value).toBe('B'));
  });

  it('lets a late answer to an old question fall, and aborts its request', async () => {
    const answers = [deferred<string>(), deferred<string>()];
    const signals: AbortSignal[] = [];
    const { result, rerender } = renderHook(
      ({ request }) =>
        useLoaded({
          subject: 'list',
          request: String(request),
          load: signal => {
            signals.push(signal);
            return answers[request].promise;
          },
        }),
      { initialProps: { request: 0 } },
    );
    rerender({ request: 1 });
    await act(async () => answers[1].resolve('second'));
    await act(async () => answers[0].resolve('first'));
    expect(result.current.value).toBe('second');
    expect(signals[0].aborted).toBe(true);
  });

  it('loads again when asked to', async () => {
    let count = 0;
    const { result } = renderHook(() =>
      useLoaded({
        subject: 'a',
        request: 'a',
        load: async () => {
          count += 1;
          return count;
        },
      }),
    );
    await waitFor(() => expect(result.current.value).toBe(1));
    act(() => result.current.reload());
    await waitFor(() => expect(result.current.value).toBe(2));
  });
});
