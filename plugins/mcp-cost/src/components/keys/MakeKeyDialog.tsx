import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import TextField from '@mui/material/TextField';
import type {
  KeyScope,
  NewServiceKey,
} from '@mcp-portal/plugin-mcp-cost-common';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { ActDialog } from '../loading';
import { SCOPE_WORDS } from './keyWords';

const MAX_DAYS = 90;
const MAX_NAME = 100;
const SCOPES: readonly KeyScope[] = ['ingest', 'publish'];

/** A member of a team makes a key for it. */
export const MakeKeyDialog = (props: {
  teamRef: string;
  name: string;
  onClose: () => void;
  onMade: (made: NewServiceKey) => void;
}) => {
  const { teamRef, name, onClose, onMade } = props;
  const api = useApi(mcpCostApiRef);
  const [keyName, setKeyName] = useState('');
  const [scopes, setScopes] = useState<KeyScope[]>(['ingest']);
  const [days, setDays] = useState(String(MAX_DAYS));
  const daysAreGood =
    /^\d{1,2}$/.test(days) && Number(days) >= 1 && Number(days) <= MAX_DAYS;
  const act = useAct(async () => {
    onMade(
      await api.createKey(teamRef, {
        name: keyName.trim(),
        scopes,
        validDays: Number(days),
      }),
    );
  });
  return (
    <ActDialog
      title={`Make a service key for ${name}`}
      act="Make it"
      ready={keyName.trim() !== '' && scopes.length > 0 && daysAreGood}
      running={act.running}
      error={act.error}
      failed="No key was made"
      onAct={act.run}
      onClose={onClose}
    >
      <TextField
        required
        size="small"
        label="Name"
        value={keyName}
        onChange={event => setKeyName(event.target.value)}
        helperText="Say where it will be used, such as invoice-clerk in production."
        inputProps={{ maxLength: MAX_NAME, autoComplete: 'off' }}
      />
      <FormControl component="fieldset">
        <FormLabel component="legend">What it may do</FormLabel>
        <FormGroup>
          {SCOPES.map(scope => (
            <FormControlLabel
              key={scope}
              control={
                <Checkbox
                  checked={scopes.includes(scope)}
                  onChange={event =>
                    setScopes(
                      event.target.checked
                        ? [...scopes, scope]
                        : scopes.filter(other => other !== scope),
                    )
                  }
                />
              }
              label={`${SCOPE_WORDS[scope].word}: ${SCOPE_WORDS[scope].meaning}`}
            />
          ))}
        </FormGroup>
      </FormControl>
      <TextField
        required
        size="small"
        label="Valid for (days)"
        value={days}
        onChange={event => setDays(event.target.value.trim())}
        error={!daysAreGood}
        helperText={
          daysAreGood
            ? 'Everyone who owns the team is told before it ends.'
            : `A whole number from 1 to ${MAX_DAYS}.`
        }
        inputProps={{ inputMode: 'numeric' }}
        sx={{ maxWidth: 320 }}
      />
    </ActDialog>
  );
};
