import Typography from '@mui/material/Typography';
import type { SeenContract } from '@mcp-portal/plugin-mcp-registry-common';
import { shownSize, RelativeTime } from '@mcp-portal/plugin-mcp-react';
import { ShortHash } from '../ShortHash';

/** When a contract was seen, by whom, and how. */
export const Provenance = (props: { seen: SeenContract; stale?: boolean }) => {
  const { seen, stale } = props;
  return (
    <Typography
      variant="body2"
      component="p"
      sx={{ color: 'text.secondary', my: 1 }}
    >
      {stale ? 'Last seen ' : 'Seen '}
      <RelativeTime at={seen.lastSeenAt} />
      {seen.credential
        ? ` with credential ${seen.credential}`
        : ' without a credential'}
      {seen.protocolVersion && `, protocol ${seen.protocolVersion}`}
      {seen.serverInfo &&
        `, as ${seen.serverInfo.name} ${seen.serverInfo.version}`}
      . Unchanged since <RelativeTime at={seen.firstSeenAt} />, snapshot{' '}
      <ShortHash sha256={seen.snapshot} />, {shownSize(seen.sizeBytes)}.
    </Typography>
  );
};
