import { Link as RouterLink } from 'react-router-dom';
import LinkOffIcon from '@mui/icons-material/LinkOff';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';
import { parseEntityRef } from '@backstage/catalog-model';
import type { ServerUse } from '@mcp-portal/plugin-mcp-registry-common';
import { LEVELS } from '@mcp-portal/plugin-mcp-react';
import { useServerLinks } from '../useServerLinks';

/** A server that an agent uses: its health, the versions, what is missing. */
export const ServerUseChip = ({ use }: { use: ServerUse }) => {
  const links = useServerLinks();
  const level = LEVELS[use.health ?? 'unknown'];
  const Icon = use.exists ? level.icon : LinkOffIcon;
  const name = use.title ?? use.name;
  const missing = use.missingTools.length;
  const sentences = use.exists
    ? [
        `${name}: ${level.word}.`,
        use.versionRange && `Works with ${use.versionRange}.`,
        missing > 0 &&
          `It has no tool ${use.missingTools.join(
            ', ',
          )}, which the agent calls.`,
      ]
    : [`The catalog has no server ${use.serverRef}.`];
  const label = (
    <>
      {name}
      {use.versionRange && (
        <Box component="span" sx={{ ml: 0.75, fontFamily: 'monospace' }}>
          {use.versionRange}
        </Box>
      )}
      {!use.exists && ', not in the catalog'}
      {missing > 0 &&
        `, ${missing} missing ${missing === 1 ? 'tool' : 'tools'}`}
    </>
  );
  return (
    <Tooltip title={sentences.filter(Boolean).join(' ')} describeChild>
      <Chip
        size="small"
        variant="outlined"
        icon={
          <Icon
            titleAccess={use.exists ? level.word : undefined}
            sx={{ '&&&': { color: use.exists ? level.color : 'warning.main' } }}
          />
        }
        label={label}
        sx={{
          m: 0,
          maxWidth: '100%',
          borderColor: missing > 0 || !use.exists ? 'warning.main' : undefined,
        }}
        {...(use.exists
          ? {
              component: RouterLink,
              to: links.server(parseEntityRef(use.serverRef)),
              clickable: true,
            }
          : {})}
      />
    </Tooltip>
  );
};
