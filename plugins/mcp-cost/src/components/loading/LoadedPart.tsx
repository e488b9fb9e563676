import type { ReactElement, ReactNode } from 'react';
import Skeleton from '@mui/material/Skeleton';
import {
  EmptyNote,
  LoadProblem,
  type Loaded,
} from '@mcp-portal/plugin-mcp-react';

/**
 * A part of a page that hangs on an answer: its shape while it is awaited, the
 * reason when it failed, and what one may not see said as just that.
 */
export function LoadedPart<T>(props: {
  loaded: Loaded<T>;
  /** What it is, as people call it: `The budgets`. */
  what: string;
  skeleton?: ReactElement;
  children: (value: T) => ReactNode;
}) {
  const { loaded, what, skeleton, children } = props;
  const { value, error, loading, reload } = loaded;
  const known = value !== undefined;
  if (error?.name === 'NotAllowedError') {
    return <EmptyNote title="You may not see this">{error.message}</EmptyNote>;
  }
  return (
    <>
      {error && (
        <LoadProblem what={what} error={error} kept={known} onRetry={reload} />
      )}
      {!known && loading && (
        <div role="status" aria-busy="true" aria-label={`Loading: ${what}`}>
          {skeleton ?? <Skeleton variant="rounded" height={160} />}
        </div>
      )}
      {known && children(value)}
    </>
  );
}
