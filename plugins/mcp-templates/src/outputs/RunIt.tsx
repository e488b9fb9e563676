import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { CodeBlock, Section } from '@mcp-portal/plugin-mcp-react';
import type { Commands } from './runCommands';

/** The commands, in the order in which one gives them. */
export const RunIt = (props: {
  commands: Commands[];
  children?: ReactNode;
}) => (
  <Section title="Run it">
    <Box
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}
    >
      {props.commands.map(({ title, text }) => (
        <div key={title}>
          <Typography
            variant="body2"
            component="h4"
            sx={{ m: 0, mb: 0.5, fontWeight: 'fontWeightBold' }}
          >
            {title}
          </Typography>
          <CodeBlock label={title} text={text} />
        </div>
      ))}
    </Box>
    {props.children}
  </Section>
);
