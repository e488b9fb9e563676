import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import type { IdleResource } from '@mcp-portal/plugin-mcp-cost-common';
import { IDLE_WORDS } from './idleWords';

/** What lies idle, as a link where the catalog has a page for it. */
export const IdleName = ({ resource }: { resource: IdleResource }) => (
  <Box sx={{ minWidth: 0, lineHeight: 1.4, whiteSpace: 'normal' }}>
    <strong>
      {resource.kind === 'key' ? (
        resource.title
      ) : (
        <EntityRefLink
          entityRef={resource.subject}
          title={resource.title}
          hideIcon
        />
      )}
    </strong>
    <Box sx={{ color: 'text.secondary' }}>
      {IDLE_WORDS[resource.kind].word}: {IDLE_WORDS[resource.kind].meaning}
    </Box>
  </Box>
);
