import { act, renderHook } from '@testing-library/react';
import { useSettled } from './useSettled';

describe('useSettled', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits until the typing pauses, and takes what was typed last', () => {
    const { result, rerender } = renderHook(useSettled<string>, {
      initialProps: '',
    });
    for (const typed of ['i', 'in', 'inv']) {
      rerender(typed);
      act(() => {
        jest.advanceTimersByTime(200);
      });
    }
    expect(result.current).toBe('');
    act(() => {
      jest.advanceTimersByTime(100);
    });
    expect(result.current).toBe('inv');
  });
});
