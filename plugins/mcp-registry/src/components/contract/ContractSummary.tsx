import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { LoadProblem, counted } from '@mcp-portal/plugin-mcp-react';
import { useContract } from '../../api';
import { useServerLinks } from '../../useServerLinks';
import { Provenance } from './Provenance';

const TOOLS_SHOWN = 8;

/** How much the server offers, and the first of its tools. */
export const ContractSummary = ({ server }: { server: ServerDetail }) => {
  const links = useServerLinks();
  const { counts, seen, health } = server;
  const contract = useContract(server.ref, health.lastAttemptAt);
  const tools = contract.value?.contract.tools;
  return (
    <>
      {counts ? (
        <Typography variant="body1" component="p" sx={{ m: 0 }}>
          {counted(counts.tools, 'tool')}, {counted(counts.prompts, 'prompt')},{' '}
          {counted(counts.resources, 'resource')},{' '}
          {counted(counts.resourceTemplates, 'resource template')}
        </Typography>
      ) : (
        <Typography variant="body2">
          Nobody knows yet: the server has never answered.
        </Typography>
      )}
      {contract.error && (
        <LoadProblem
          what="The tools"
          error={contract.error}
          kept={Boolean(tools)}
          onRetry={contract.reload}
        />
      )}
      {counts && !tools && contract.loading && (
        <Skeleton variant="rounded" height={200} sx={{ mt: 1 }} />
      )}
      {tools && tools.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1.5 }}>
          {tools.slice(0, TOOLS_SHOWN).map(tool => (
            <Box component="li" key={tool.name} sx={{ mb: 0.75 }}>
              <Typography
                variant="body2"
                component="span"
                sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
              >
                <Link to={links.tool(server, tool.name)}>{tool.name}</Link>
              </Typography>
              <Typography
                variant="body2"
                component="div"
                noWrap
                title={tool.description}
                sx={{ color: 'text.secondary' }}
              >
                {tool.description ?? 'not described'}
              </Typography>
            </Box>
          ))}
          {tools.length > TOOLS_SHOWN && (
            <Typography variant="body2" component="li">
              <Link to={`${links.server(server)}/contract`}>
                and {counted(tools.length - TOOLS_SHOWN, 'more tool')}
              </Link>
            </Typography>
          )}
        </Box>
      )}
      {seen && <Provenance seen={seen} stale={health.stale} />}
    </>
  );
};
