import { Link as RouterLink } from 'react-router-dom';
import CallSplitIcon from '@mui/icons-material/CallSplit';
import Chip from '@mui/material/Chip';
import type {
  Drift,
  ServerDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import { useServerLinks } from '../../useServerLinks';

/** Beside the server's name: what is live is not what is published. */
export const DriftChip = (props: { server: ServerDetail; drift: Drift }) => {
  const { server, drift } = props;
  const links = useServerLinks();
  return (
    <Chip
      size="small"
      variant="outlined"
      component={RouterLink}
      clickable
      to={links.compare(server, drift.version, 'live')}
      color={drift.acknowledgement ? 'default' : 'warning'}
      icon={<CallSplitIcon aria-hidden />}
      label={
        drift.acknowledgement
          ? 'Drift, acknowledged'
          : `Drift from ${drift.version}`
      }
      sx={{ m: 0, '& [class*="label"]': { color: 'text.primary' } }}
    />
  );
};
