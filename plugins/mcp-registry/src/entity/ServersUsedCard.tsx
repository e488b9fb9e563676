import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { LevelWord, LoadProblem } from '@mcp-portal/plugin-mcp-react';
import { useAgent } from '../api';
import { ServerUseChip } from '../components';

/** On the entity page of an agent: the servers that it uses. */
export const ServersUsedCard = () => {
  const ref = stringifyEntityRef(useEntity().entity);
  const { value, error, loading, reload } = useAgent(ref);
  return (
    <EntityInfoCard title="MCP servers used">
      {error && (
        <LoadProblem
          what="The agent's servers"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Skeleton variant="rounded" height={80} />}
      {value?.servers.length === 0 && (
        <Typography variant="body2">
          It declares none. They are named in <code>spec.mcpServers</code> of
          its entity.
        </Typography>
      )}
      {value && value.servers.length > 0 && (
        <Box
          component="ul"
          sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}
        >
          {value.servers.map(use => (
            <li key={use.serverRef}>
              <ServerUseChip use={use} />
              {use.missingTools.length > 0 && (
                <Box sx={{ typography: 'body2', mt: 0.5 }}>
                  <LevelWord level="problem">
                    It calls {use.missingTools.join(', ')}, which the server
                    does not have.
                  </LevelWord>
                </Box>
              )}
            </li>
          ))}
        </Box>
      )}
    </EntityInfoCard>
  );
};
