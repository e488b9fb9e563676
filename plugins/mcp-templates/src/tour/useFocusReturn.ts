import { useEffect } from 'react';

/** Puts the focus back to where it was, when what took it goes away. */
export function useFocusReturn() {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before !== document.body) {
        before.focus();
      }
    };
  }, []);
}
