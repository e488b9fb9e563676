import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import {
  capitalised,
  Fact,
  Facts,
  LEVELS,
  LevelWord,
  OwnerLink,
  RelativeTime,
} from '@mcp-portal/plugin-mcp-react';
import { SENSITIVITY_WORDS, TrustWord } from '../../components';
import { useServerLinks } from '../../useServerLinks';

/** What one has to know before using the server. */
export const ServerFacts = ({ server }: { server: ServerDetail }) => {
  const versions = useServerLinks().versions(server);
  return (
    <Box sx={{ my: 2 }}>
      <Facts minWidth={112}>
        <Fact name="Owner" wide>
          <OwnerLink owner={server.owner} />
        </Fact>
        <Fact name="On call">
          {server.onCall ? (
            <Link to={server.onCall}>Who is on call</Link>
          ) : (
            'Not named'
          )}
        </Fact>
        <Fact name="Latest version">
          <Link to={versions}>{server.version ?? 'Not known'}</Link>
        </Fact>
        <Fact name="Lifecycle">
          {server.lifecycle === 'deprecated' ? (
            <LevelWord level="attention">Deprecated</LevelWord>
          ) : (
            capitalised(server.lifecycle)
          )}
        </Fact>
        <Fact name="Trust">
          <TrustWord trust={server.trust} />
        </Fact>
        <Fact name="Data">
          {server.dataSensitivity
            ? SENSITIVITY_WORDS[server.dataSensitivity]
            : 'Not classified'}
        </Fact>
        {server.system && (
          <Fact name="System">
            <EntityRefLink entityRef={server.system} hideIcon />
          </Fact>
        )}
        {server.createdFrom && (
          <Fact name="Made from">{server.createdFrom}</Fact>
        )}
      </Facts>
      <Box sx={{ mt: 2, typography: 'body1' }}>
        <LevelWord level={server.health.level}>
          <strong>{LEVELS[server.health.level].word}.</strong>{' '}
          {/* A stale server says why in a note of its own. */}
          {!server.health.stale && server.health.reason}
          {server.health.lastAttemptAt && (
            <>
              {' '}
              Last asked <RelativeTime at={server.health.lastAttemptAt} />.
            </>
          )}
        </LevelWord>
      </Box>
    </Box>
  );
};
