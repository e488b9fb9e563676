import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** The frame of what is shown after the click. */
export const CreatedPage = (props: { title: string; children: ReactNode }) => (
  // Upstream's steps are above it and its log below.
  <Box sx={{ pb: 2, fontFamily: 'fontFamily', typography: 'body2' }}>
    <div role="status">
      <Typography component="h2" variant="h5" sx={{ m: 0 }}>
        {props.title}
      </Typography>
    </div>
    {props.children}
  </Box>
);
