import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  Highlighted,
  LEVELS,
  LevelWord,
  ownerName,
} from '@mcp-portal/plugin-mcp-react';
import type {
  SimilarServer,
  SimilarTool,
} from '@mcp-portal/plugin-mcp-registry-common';
import { serverRouteRef } from '../../routes';
import { NewTabLink } from '../parts';

const ToolEntry = (props: {
  tool: SimilarTool;
  page?: string;
  search: string;
}) => {
  const { tool, page, search } = props;
  const name = (
    <code>
      <Highlighted text={tool.name} search={search} />
    </code>
  );
  return (
    <li>
      {page ? (
        <NewTabLink
          to={`${page}/contract?tool=${encodeURIComponent(tool.name)}`}
        >
          {name}
        </NewTabLink>
      ) : (
        name
      )}
      {tool.description && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' – '}
          <Highlighted text={tool.description} search={search} />
        </Box>
      )}
    </li>
  );
};

/** A server that comes close: whose it is, how it is, and by which tools. */
export const SimilarEntry = ({ similar }: { similar: SimilarServer }) => {
  const { server, level, tools, because } = similar;
  const search = because.join(' ');
  const page = useServerPage(server.ref);
  const title = server.title ?? server.name;
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          justifyContent: 'space-between',
          columnGap: 2,
        }}
      >
        <Typography variant="subtitle2" component="h4" sx={{ m: 0 }}>
          {page ? <NewTabLink to={page}>{title}</NewTabLink> : title}
        </Typography>
        <Box sx={{ typography: 'body2' }}>
          {level === 'very-close' ? (
            <LevelWord level="attention">Very close</LevelWord>
          ) : (
            'Comes close'
          )}
        </Box>
      </Box>
      {server.purpose && (
        <Typography variant="body2" component="p" sx={{ m: 0 }}>
          <Highlighted text={server.purpose} search={search} />
        </Typography>
      )}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2,
          alignItems: 'center',
          typography: 'body2',
          color: 'text.secondary',
        }}
      >
        <span>Owner: {ownerName(server.owner)}</span>
        <span>Lifecycle: {server.lifecycle}</span>
        <LevelWord level={server.health.level} reason={server.health.reason}>
          Health: {LEVELS[server.health.level].word.toLocaleLowerCase('en-US')}
        </LevelWord>
      </Box>
      {tools.length > 0 && (
        <Box
          component="ul"
          aria-label={`Tools of ${title} that come close`}
          sx={{ m: 0, mt: 0.5, pl: 2.5, typography: 'body2' }}
        >
          {tools.map(tool => (
            <ToolEntry
              key={tool.name}
              tool={tool}
              page={page}
              search={search}
            />
          ))}
        </Box>
      )}
    </Box>
  );
};

function useServerPage(ref: string): string | undefined {
  const toServer = useRouteRef(serverRouteRef);
  const { namespace, name } = parseEntityRef(ref);
  return toServer?.({ namespace, name });
}
