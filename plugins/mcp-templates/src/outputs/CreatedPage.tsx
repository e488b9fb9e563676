import type { ReactNode } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Note } from './readNotes';

/** The frame of what is shown after the click. */
export const CreatedPage = (props: {
  title: string;
  notes: Note[];
  children: ReactNode;
}) => (
  // Upstream's steps are above it and its log below.
  <Box sx={{ pb: 2, fontFamily: 'fontFamily', typography: 'body2' }}>
    <div role="status">
      <Typography component="h2" variant="h5" sx={{ m: 0 }}>
        {props.title}
      </Typography>
    </div>
    {props.notes.map(({ title, content }) => (
      <Alert
        key={`${title} ${content}`}
        severity="warning"
        sx={{ mt: 2, overflowWrap: 'anywhere' }}
      >
        {title && <AlertTitle>{title}</AlertTitle>}
        {content}
      </Alert>
    ))}
    {props.children}
  </Box>
);
