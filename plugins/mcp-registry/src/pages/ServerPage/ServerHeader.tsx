import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type {
  Drift,
  ServerDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import { SampleMark } from '@mcp-portal/plugin-mcp-react';
import type { Introspection } from '../../api';
import { ConnectButton, WhyNew } from '../../components';
import { AskNowButton } from './AskNowButton';
import { AskNowNote } from './AskNowNote';
import { DriftChip } from './DriftChip';
import { ServerFacts } from './ServerFacts';

export const ServerHeader = (props: {
  server: ServerDetail;
  introspection: Introspection;
  drift?: Drift;
}) => {
  const { server, introspection, drift } = props;
  return (
    <Box component="header">
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          justifyContent: 'space-between',
          alignItems: 'flex-start',
        }}
      >
        <Box sx={{ flex: '1 1 360px', minWidth: 0 }}>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: 1,
              alignItems: 'center',
            }}
          >
            <Typography
              variant="h4"
              component="h2"
              sx={{ m: 0, overflowWrap: 'anywhere' }}
            >
              {server.title ?? server.name}
            </Typography>
            {server.sample && <SampleMark />}
            {drift && <DriftChip server={server} drift={drift} />}
            {server.visibility === 'team' && (
              <Chip
                size="small"
                variant="outlined"
                icon={<LockOutlinedIcon aria-hidden />}
                label="Its team only"
                sx={{ m: 0 }}
              />
            )}
          </Box>
          <Typography
            variant="body1"
            component="p"
            sx={{ m: 0, mt: 0.5, maxWidth: '90ch' }}
          >
            {server.purpose ?? 'Its entity does not say what it is for.'}
          </Typography>
          <WhyNew server={server} />
        </Box>
        <Box sx={{ display: 'flex', gap: 1, flexShrink: 0 }}>
          <AskNowButton server={server} introspection={introspection} />
          <ConnectButton server={server} />
        </Box>
      </Box>
      <AskNowNote introspection={introspection} />
      <ServerFacts server={server} />
    </Box>
  );
};
