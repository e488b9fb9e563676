import Box from '@mui/material/Box';
import type { ServiceKey } from '@mcp-portal/plugin-mcp-cost-common';
import {
  ActorName,
  LevelWord,
  RelativeTime,
} from '@mcp-portal/plugin-mcp-react';
import { refName } from '../entities';
import { DataTable, type Column } from '../table';
import { KeyActions, type KeyAct } from './KeyActions';
import { KEY_STATES, SCOPE_WORDS } from './keyWords';

const KeyName = ({ serviceKey }: { serviceKey: ServiceKey }) => (
  <>
    <strong>{serviceKey.name}</strong>
    <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
      <code>{serviceKey.prefix}…</code>
      {serviceKey.reportsFor.length > 0 &&
        `, also for ${serviceKey.reportsFor
          .map(ref => refName(ref))
          .join(', ')}`}
    </Box>
  </>
);

const KeyState = ({ serviceKey }: { serviceKey: ServiceKey }) => {
  const { level, word } = KEY_STATES[serviceKey.state];
  return (
    <Box sx={{ whiteSpace: 'nowrap' }}>
      <LevelWord level={level}>{word}</LevelWord>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
        {serviceKey.revokedAt ? (
          <RelativeTime at={serviceKey.revokedAt} />
        ) : (
          <>
            ends <RelativeTime at={serviceKey.expiresAt} />
          </>
        )}
        {serviceKey.replacedBy && ', another takes over'}
      </Box>
    </Box>
  );
};

/** The keys of a team: what each may do, and for how long. */
export const KeyTable = (props: {
  keys: ServiceKey[];
  label: string;
  onAct: (key: ServiceKey, act: KeyAct) => void;
}) => {
  const columns: Column<ServiceKey>[] = [
    {
      title: 'Key',
      minWidth: 160,
      cell: key => <KeyName serviceKey={key} />,
    },
    { title: 'State', cell: key => <KeyState serviceKey={key} /> },
    {
      title: 'May',
      cell: key => key.scopes.map(scope => SCOPE_WORDS[scope].word).join(', '),
    },
    {
      title: 'Last used',
      cell: key =>
        key.lastUsedAt ? <RelativeTime at={key.lastUsedAt} /> : 'Never',
    },
    {
      title: 'Made by',
      cell: key =>
        key.createdBy === 'config' ? (
          'Configuration'
        ) : (
          <ActorName actor={key.createdBy} />
        ),
    },
    {
      title: 'Actions',
      quiet: true,
      number: true,
      cell: key => (
        <KeyActions serviceKey={key} onAct={act => props.onAct(key, act)} />
      ),
    },
  ];
  return (
    <DataTable
      label={props.label}
      columns={columns}
      items={props.keys}
      keyOf={key => key.id}
    />
  );
};
