import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import { LINKS_IN_TEXT, Section } from '@mcp-portal/plugin-mcp-react';

/** What somebody does next, in a good order. */
export const DoNext = (props: {
  steps: { title: string; text: ReactNode }[];
}) => (
  <Section title="Do next">
    <Box
      component="ol"
      sx={{
        m: 0,
        pl: 3,
        display: 'grid',
        gap: 1,
        typography: 'body2',
        ...LINKS_IN_TEXT,
      }}
    >
      {props.steps.map(({ title, text }) => (
        <li key={title}>
          <strong>{title}.</strong> {text}
        </li>
      ))}
    </Box>
  </Section>
);
