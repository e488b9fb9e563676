import Box from '@mui/material/Box';
import {
  Highlighted,
  LEVELS,
  LevelWord,
  ownerName,
} from '@mcp-portal/plugin-mcp-react';
import type { ServerSummary } from '@mcp-portal/plugin-mcp-registry-common';

/** A server to choose: whose it is, how much it offers, who may know of it. */
export const ServerOption = (props: {
  server: ServerSummary;
  search: string;
}) => {
  const { server, search } = props;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        <Box component="span" sx={{ fontWeight: 'fontWeightMedium' }}>
          <Highlighted text={server.title ?? server.name} search={search} />
        </Box>
        <Box component="span" sx={{ typography: 'body2' }}>
          <LevelWord level={server.health.level}>
            Health:{' '}
            {LEVELS[server.health.level].word.toLocaleLowerCase('en-US')}
          </LevelWord>
        </Box>
      </Box>
      {server.purpose && (
        <Box
          sx={{
            typography: 'body2',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {server.purpose}
        </Box>
      )}
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
        {[
          ownerName(server.owner),
          toolCount(server),
          server.visibility === 'team'
            ? 'only for its team'
            : 'for everyone in the organisation',
        ].join(' · ')}
      </Box>
    </Box>
  );
};

function toolCount({ counts }: ServerSummary): string {
  if (!counts) {
    return 'tools not known yet';
  }
  return counts.tools === 1 ? '1 tool' : `${counts.tools} tools`;
}
