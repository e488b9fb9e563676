import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { VisuallyHidden } from '@backstage/ui';
import OpenInNewIcon from '@mui/icons-material/OpenInNew';

/** Leaves a half-filled form where it is. */
export const NewTabLink = (props: { to: string; children: ReactNode }) => (
  <Link to={props.to} target="_blank" rel="noopener">
    {props.children}
    <OpenInNewIcon
      aria-hidden
      sx={{ fontSize: 'inherit', ml: 0.5, verticalAlign: 'text-bottom' }}
    />
    <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
  </Link>
);
