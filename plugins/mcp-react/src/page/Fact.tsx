import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** A name and its value; several of them inside a `Facts`. @public */
export const Fact = (props: {
  name: string;
  /** Takes two columns: for names that may be long. */
  wide?: boolean;
  children: ReactNode;
}) => (
  <Box sx={{ minWidth: 0, gridColumn: props.wide ? 'span 2' : undefined }}>
    <Typography
      component="dt"
      variant="caption"
      sx={{ color: 'text.secondary', display: 'block' }}
    >
      {props.name}
    </Typography>
    <Typography
      component="dd"
      variant="body2"
      sx={{ m: 0, overflowWrap: 'anywhere' }}
    >
      {props.children}
    </Typography>
  </Box>
);

/** Names and values, in as many columns as there is room for. @public */
export const Facts = (props: { children: ReactNode; minWidth?: number }) => (
  <Box
    component="dl"
    sx={{
      m: 0,
      display: 'grid',
      gap: 2,
      gridTemplateColumns: `repeat(auto-fill, minmax(${
        props.minWidth ?? 150
      }px, 1fr))`,
    }}
  >
    {props.children}
  </Box>
);
