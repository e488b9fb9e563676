import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** What would be here, and the one action that makes it so. @public */
export const EmptyNote = (props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <Box
    sx={{
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'center',
      textAlign: 'center',
      gap: 1,
      px: 2,
      py: 6,
    }}
  >
    <Typography variant="h6" component="p" sx={{ m: 0 }}>
      {props.title}
    </Typography>
    {props.children && (
      <Typography
        variant="body2"
        component="div"
        sx={{ color: 'text.secondary', maxWidth: 560 }}
      >
        {props.children}
      </Typography>
    )}
    {props.action}
  </Box>
);
