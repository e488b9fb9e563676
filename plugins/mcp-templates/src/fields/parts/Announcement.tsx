import type { ReactNode } from 'react';
import { VisuallyHidden } from '@backstage/ui';

/** Said to who listens, when it changes; seen by nobody. */
export const Announcement = ({ children }: { children: ReactNode }) => (
  <VisuallyHidden role="status" aria-live="polite">
    {children}
  </VisuallyHidden>
);
