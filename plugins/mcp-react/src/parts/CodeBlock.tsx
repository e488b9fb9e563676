import Box from '@mui/material/Box';
import { CopyButton } from './CopyButton';

/** Text to be copied exactly as it is. @public */
export const CodeBlock = (props: {
  text: string;
  /** Names the block for people who can't see it. */
  label: string;
  maxHeight?: number;
}) => (
  <Box sx={{ position: 'relative' }}>
    <Box
      sx={{
        position: 'absolute',
        top: 4,
        right: 4,
        // A long line goes on below it.
        bgcolor: 'background.paper',
        borderRadius: 1,
      }}
    >
      <CopyButton text={props.text} />
    </Box>
    <Box
      component="pre"
      tabIndex={0}
      role="region"
      aria-label={props.label}
      sx={{
        m: 0,
        p: 2,
        pr: 12,
        maxHeight: props.maxHeight ?? 360,
        overflow: 'auto',
        typography: 'body2',
        fontFamily: 'monospace',
        whiteSpace: 'pre',
        borderRadius: 1,
        bgcolor: 'action.hover',
        border: 1,
        borderColor: 'divider',
      }}
    >
      {props.text}
    </Box>
  </Box>
);
