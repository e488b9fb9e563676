import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import {
  counted,
  Fact,
  Facts,
  LEVELS,
  LevelWord,
  LoadProblem,
  OwnerLink,
  shownNumber,
} from '@mcp-portal/plugin-mcp-react';
import { useServer } from '../api';
import { ConnectButton, TrustWord, WhyNew } from '../components';
import { useServerLinks } from '../useServerLinks';

const ServerBrief = ({ server }: { server: ServerDetail }) => {
  const base = useServerLinks().server(server);
  return (
    <>
      <Box sx={{ mb: 2, typography: 'body2' }}>
        <LevelWord level={server.health.level}>
          <strong>{LEVELS[server.health.level].word}.</strong>{' '}
          {server.health.reason}
        </LevelWord>
        <WhyNew server={server} />
      </Box>
      <Facts minWidth={110}>
        <Fact name="Contract">
          {server.counts ? (
            <Link to={`${base}/contract`}>
              {counted(server.counts.tools, 'tool')}
            </Link>
          ) : (
            'Not known'
          )}
        </Fact>
        <Fact name="Dependents">
          <Link to={`${base}/dependents`}>
            {shownNumber(server.dependents)}
          </Link>
        </Fact>
        <Fact name="Latest version">{server.version ?? 'Not known'}</Fact>
        <Fact name="Trust">
          <TrustWord trust={server.trust} />
        </Fact>
        {!server.owner.exists && (
          <Fact name="Owner">
            <OwnerLink owner={server.owner} />
          </Fact>
        )}
      </Facts>
    </>
  );
};

/** On the entity page of a server: how it is, and the way to its own page. */
export const ServerCard = () => {
  const ref = stringifyEntityRef(useEntity().entity);
  const { value, error, loading, reload } = useServer(ref);
  const links = useServerLinks();
  return (
    <EntityInfoCard
      title="MCP server"
      headerActions={value && <ConnectButton server={value} />}
      footerActions={
        value && <Link to={links.server(value)}>Open in MCP servers</Link>
      }
    >
      {error && (
        <LoadProblem
          what="The server"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Skeleton variant="rounded" height={140} />}
      {value && <ServerBrief server={value} />}
    </EntityInfoCard>
  );
};
