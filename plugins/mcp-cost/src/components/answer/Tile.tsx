import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';

/** One number of the answer, and below it what makes sense of it. */
export const Tile = (props: {
  title: string;
  number: ReactNode;
  children?: ReactNode;
}) => (
  <Paper variant="outlined" sx={{ p: 2, minWidth: 0 }}>
    <Typography
      component="h3"
      variant="caption"
      sx={{ m: 0, color: 'text.secondary', display: 'block' }}
    >
      {props.title}
    </Typography>
    <Box
      sx={{
        typography: 'h4',
        m: 0,
        my: 0.5,
        fontVariantNumeric: 'tabular-nums',
        overflowWrap: 'anywhere',
      }}
    >
      {props.number}
    </Box>
    <Box sx={{ typography: 'body2', lineHeight: 1.5 }}>{props.children}</Box>
  </Paper>
);

/** Tiles side by side, as many as there is room for. */
export const Tiles = (props: { children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gap: 2,
      mt: 2,
      gridTemplateColumns: 'repeat(auto-fit, minmax(230px, 1fr))',
    }}
  >
    {props.children}
  </Box>
);
