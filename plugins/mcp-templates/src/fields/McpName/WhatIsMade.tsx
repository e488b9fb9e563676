import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import { useLoaded } from '@mcp-portal/plugin-mcp-react';
import type {
  CreatedKind,
  TemplateSettings,
} from '@mcp-portal/plugin-mcp-templates-common';
import { mcpTemplatesApiRef } from '../../api';

/** What a name turns into: an address and a repository. */
export const WhatIsMade = (props: {
  kind: CreatedKind;
  /** It has an address and its code already. */
  existing: boolean;
  name: string;
  ownerRef?: string;
}) => {
  const { kind, existing, name, ownerRef } = props;
  const templates = useApi(mcpTemplatesApiRef);
  const { value: settings } = useLoaded({
    subject: 'settings',
    request: '',
    load: signal => templates.getSettings({ signal }),
  });
  if (!settings) {
    return null;
  }
  return (
    <Box
      component="dl"
      aria-label="What will be made"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
        columnGap: 2,
        rowGap: 0.5,
        m: 0,
        mt: 1,
        typography: 'body2',
        '& dt': { color: 'text.secondary' },
        '& dd': { m: 0, overflowWrap: 'anywhere' },
      }}
    >
      {kind === 'server' && !existing && (
        <>
          <dt>It will answer at</dt>
          <dd>{serverAddress(settings, name)}</dd>
        </>
      )}
      <dt>Its {existing ? 'entry' : 'code'} will be in</dt>
      <dd>{repositoryWords(settings, name, ownerRef)}</dd>
    </Box>
  );
};

function serverAddress(settings: TemplateSettings, name: string) {
  const url = settings.servers.url.split('{name}').join(name);
  return url.includes('{port}') ? (
    <>
      <code>{url}</code>, with a free port
    </>
  ) : (
    <code>{url}</code>
  );
}

function repositoryWords(
  settings: TemplateSettings,
  name: string,
  ownerRef?: string,
) {
  const { type, host } = settings.repositories;
  if (type === 'local') {
    return (
      <>
        <code>{`${teamName(ownerRef)}/${name}`}</code>, a git repository that
        the portal keeps
      </>
    );
  }
  return (
    <>
      <code>{name}</code> on {host ?? type}, where your team&apos;s repositories
      are
    </>
  );
}

function teamName(ownerRef?: string): string {
  try {
    return parseEntityRef(ownerRef ?? '').name;
  } catch {
    return 'your-team';
  }
}
