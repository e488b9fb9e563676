import { useEffect, useState } from 'react';

/** Puts the focus back to where it was, when what took it goes away. */
export function useFocusReturn() {
  // Read while it is drawn first: in an effect it would be too late.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before !== document.body) {
        before.focus();
      }
    },
    [before],
  );
}
