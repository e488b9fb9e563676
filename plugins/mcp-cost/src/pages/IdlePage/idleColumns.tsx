import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import type { IdleResource } from '@mcp-portal/plugin-mcp-cost-common';
import {
  ActorName,
  RelativeTime,
  shownDay,
} from '@mcp-portal/plugin-mcp-react';
import { IdleAction, IdleName } from '../../components/idle';
import { Money } from '../../components/money';
import type { Column } from '../../components/table';

export function idleColumns(onChanged: () => void): Column<IdleResource>[] {
  return [
    {
      title: 'What lies idle',
      minWidth: 180,
      cell: resource => <IdleName resource={resource} />,
    },
    {
      title: 'Owner',
      minWidth: 110,
      cell: resource =>
        resource.ownerRef ? (
          <EntityRefLink entityRef={resource.ownerRef} hideIcon />
        ) : (
          'Nobody'
        ),
    },
    {
      title: 'Last used',
      minWidth: 110,
      cell: resource =>
        resource.lastUsedAt ? (
          <RelativeTime at={resource.lastUsedAt} />
        ) : (
          <>
            Never; idle since <RelativeTime at={resource.idleSince} />
          </>
        ),
    },
    {
      title: 'Costs a month',
      number: true,
      cell: resource => <Money nanos={resource.costPerMonthNanos} />,
    },
    {
      title: 'Would save a month',
      number: true,
      cell: resource => <Money nanos={resource.savingPerMonthNanos} />,
    },
    {
      title: 'Exempted',
      minWidth: 150,
      cell: ({ exemption }) =>
        exemption ? (
          <Box sx={{ lineHeight: 1.4 }}>
            Until {shownDay(exemption.until)}: {exemption.reason}
            <Box sx={{ color: 'text.secondary' }}>
              <ActorName actor={exemption.by} />,{' '}
              <RelativeTime at={exemption.at} />
            </Box>
          </Box>
        ) : (
          'No'
        ),
    },
    {
      title: 'Actions',
      quiet: true,
      number: true,
      cell: resource => (
        <IdleAction resource={resource} onChanged={onChanged} />
      ),
    },
  ];
}
