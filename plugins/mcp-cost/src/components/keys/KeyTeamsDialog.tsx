import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ServiceKey } from '@mcp-portal/plugin-mcp-cost-common';
import { useAct, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { refName } from '../entities';
import { ActDialog } from '../loading';

const MAX_TEAMS = 500;

/** An administrator says for which other teams a key may report. */
export const KeyTeamsDialog = (props: {
  serviceKey: ServiceKey;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { serviceKey, onClose, onDone } = props;
  const api = useApi(mcpCostApiRef);
  const catalog = useApi(catalogApiRef);
  const [teams, setTeams] = useState(serviceKey.reportsFor);
  const known = useLoaded({
    subject: 'teams',
    request: '',
    load: async () => {
      const { items } = await catalog.queryEntities({
        filter: { kind: 'group' },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        limit: MAX_TEAMS,
      });
      return items.map(item => stringifyEntityRef(item)).sort();
    },
  });
  const act = useAct(async () => {
    await api.setKeyTeams(serviceKey.id, teams);
    onDone();
  });
  return (
    <ActDialog
      title={`Teams that ${serviceKey.name} reports for`}
      act="Keep these"
      ready
      running={act.running}
      error={act.error ?? known.error}
      failed={act.error ? 'It was not kept' : 'The teams could not be loaded'}
      onAct={act.run}
      onClose={onClose}
    >
      <Typography variant="body2" component="p" sx={{ m: 0 }}>
        For a collector that forwards for many: of its usage, the agent decides
        the team, among {refName(serviceKey.teamRef)} and these.
      </Typography>
      <Autocomplete
        multiple
        freeSolo={false}
        options={(known.value ?? []).filter(ref => ref !== serviceKey.teamRef)}
        getOptionLabel={ref => refName(ref)}
        value={teams}
        loading={known.loading}
        onChange={(_event, next) => setTeams(next.map(asTeamRef))}
        renderInput={params => (
          <TextField {...params} size="small" label="Other teams" />
        )}
      />
    </ActDialog>
  );
};

function asTeamRef(ref: string): string {
  return stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'group' }));
}
