import type { ReactNode } from 'react';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';

/** The answer to a page's question, at its top; a bar while it is awaited. */
export const PageAnswer = (props: {
  /** Said while it is awaited: `Counting the alerts`. */
  awaiting: string;
  children?: ReactNode;
}) => (
  <Typography
    variant="h5"
    component="h2"
    aria-live="polite"
    sx={{ m: 0, mb: 2, fontVariantNumeric: 'tabular-nums' }}
  >
    {props.children ?? (
      <Skeleton role="status" width="22ch" aria-label={props.awaiting} />
    )}
  </Typography>
);
