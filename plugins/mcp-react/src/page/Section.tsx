import { useId, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';

/** A part of a page, with its heading and, at the right, what one can do. @public */
export const Section = (props: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) => {
  const headingId = useId();
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={headingId}
      // On an entity's page what is around it has another.
      sx={{ p: 2, mt: 2, minWidth: 0, fontFamily: 'fontFamily' }}
    >
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'baseline',
          gap: 2,
          mb: 1.5,
        }}
      >
        <Typography
          id={headingId}
          variant="subtitle1"
          component="h3"
          sx={{ m: 0, fontWeight: 'fontWeightBold' }}
        >
          {props.title}
        </Typography>
        {props.action}
      </Box>
      {props.children}
    </Paper>
  );
};
