import { Link } from '@backstage/core-components';
import type { AlertQuery } from '@mcp-portal/plugin-mcp-cost-common';
import { LevelWord, Section } from '@mcp-portal/plugin-mcp-react';
import { useCostLinks } from '../../useCostLinks';
import { LoadedPart, useCost } from '../loading';
import { AlertList } from './AlertList';

const SHOWN = 5;

/** The open alerts of a team or a server, on its own page. */
export const AlertsSection = (props: Pick<AlertQuery, 'team' | 'server'>) => {
  const query: AlertQuery = {
    team: props.team,
    server: props.server,
    state: 'open',
    limit: SHOWN,
  };
  const alerts = useCost('alerts-of', query, (api, options) =>
    api.listAlerts(query, options),
  );
  const all = useCostLinks().alerts({
    team: props.team,
    server: props.server,
    state: 'all',
  });
  return (
    <Section title="Alerts" action={<Link to={all}>All alerts</Link>}>
      <LoadedPart loaded={alerts} what="The alerts">
        {({ items, totalItems }) =>
          totalItems === 0 ? (
            <LevelWord level="good">Nothing is open.</LevelWord>
          ) : (
            <AlertList label="Open alerts" alerts={items} withoutSubject />
          )
        }
      </LoadedPart>
    </Section>
  );
};
