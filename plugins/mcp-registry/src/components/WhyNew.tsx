import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';

/** What whoever made the server said, where others came close already. */
export const WhyNew = ({ server }: { server: ServerDetail }) =>
  server.whyNew ? (
    <Typography
      variant="body2"
      component="p"
      sx={{ m: 0, mt: 1, maxWidth: '90ch', overflowWrap: 'anywhere' }}
    >
      <strong>Why it was made, although others come close:</strong>{' '}
      {server.whyNew}
    </Typography>
  ) : null;
