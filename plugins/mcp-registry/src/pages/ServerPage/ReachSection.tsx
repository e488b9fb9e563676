import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { Fact, Facts, Section } from '@mcp-portal/plugin-mcp-react';

/** Where the server runs, what it is shipped as, and where to read more. */
export const ReachSection = ({ server }: { server: ServerDetail }) => (
  <Section title="Where it is">
    <Facts minWidth={240}>
      {server.remotes.map(remote => (
        <Fact key={`${remote.type} ${remote.url}`} name={remote.type}>
          <code>{remote.url}</code>
        </Fact>
      ))}
      {server.packages.map(({ registryType, identifier, version }) => (
        <Fact key={identifier} name={`${registryType} package`}>
          <code>{version ? `${identifier}@${version}` : identifier}</code>
        </Fact>
      ))}
      {server.registryName && (
        <Fact name="In the MCP Registry">
          <code>{server.registryName}</code>
        </Fact>
      )}
      {server.seen?.serverInfo && (
        <Fact name="It calls itself">
          {server.seen.serverInfo.name} {server.seen.serverInfo.version}
        </Fact>
      )}
      <Fact name="In the catalog">
        <EntityRefLink entityRef={server.ref} hideIcon>
          {server.ref}
        </EntityRefLink>
      </Fact>
      {server.links.length > 0 && (
        <Fact name="Links">
          {server.links.map(({ url, title }) => (
            <div key={url}>
              <Link to={url}>{title ?? url}</Link>
            </div>
          ))}
        </Fact>
      )}
    </Facts>
    {server.remotes.length === 0 && server.packages.length === 0 && (
      <Typography variant="body2">
        Its entity names no remote and no package.
      </Typography>
    )}
    {server.tags.length > 0 && (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 2 }}>
        {server.tags.map(tag => (
          <Chip key={tag} size="small" label={tag} sx={{ m: 0 }} />
        ))}
      </Box>
    )}
  </Section>
);
