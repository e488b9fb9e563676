import Box from '@mui/material/Box';

/** How large a part is of the whole, drawn; the number stands beside it. */
export const ShareBar = (props: { share: number; level?: 'error' }) => (
  <Box
    aria-hidden
    sx={{
      height: 6,
      minWidth: 40,
      borderRadius: 1,
      bgcolor: 'action.hover',
      overflow: 'hidden',
    }}
  >
    <Box
      sx={{
        height: 1,
        width: `${Math.min(1, Math.max(0, props.share)) * 100}%`,
        // A part that is there is seen.
        minWidth: props.share > 0 ? 2 : 0,
        bgcolor: props.level === 'error' ? 'error.main' : 'primary.main',
      }}
    />
  </Box>
);
