import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  mcpCostPricePermission,
  type Reuse,
  type ReuseAssumptions,
} from '@mcp-portal/plugin-mcp-cost-common';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { useCurrency } from '../money';
import { areAssumptions } from './areAssumptions';

/** On what the savings stand; anybody may try others, administrators keep them. */
export const AssumptionsForm = (props: {
  reuse: Reuse;
  onTry: (assumptions?: ReuseAssumptions) => void;
  onKept: () => void;
}) => {
  const { reuse, onTry, onKept } = props;
  const api = useApi(mcpCostApiRef);
  const currency = useCurrency();
  const mayKeep = usePermission({ permission: mcpCostPricePermission });
  const [buildCost, setBuildCost] = useState(reuse.assumptions.buildCost);
  const [runCost, setRunCost] = useState(reuse.assumptions.runCostPerMonth);
  const [months, setMonths] = useState(String(reuse.assumptions.months));
  const typed: ReuseAssumptions = {
    buildCost: buildCost.trim(),
    runCostPerMonth: runCost.trim(),
    months: Number(months),
  };
  const good = areAssumptions(typed);
  const keep = useAct(async () => {
    await api.setReuseAssumptions(typed);
    onKept();
  });
  return (
    <Box
      component="form"
      aria-label="Assumptions"
      onSubmit={event => {
        event.preventDefault();
        if (good) {
          onTry(typed);
        }
      }}
      sx={{ mt: 2 }}
    >
      <Typography component="p" variant="body2" sx={{ m: 0, mb: 1.5 }}>
        It stands on what a server of one&apos;s own would cost
        {reuse.tried
          ? '. These are what you try; nobody else sees them.'
          : ', as the organisation assumes. Try other numbers.'}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1.5,
          alignItems: 'center',
        }}
      >
        <TextField
          size="small"
          label={`To build it (${currency})`}
          value={buildCost}
          onChange={event => setBuildCost(event.target.value)}
          inputProps={{ inputMode: 'decimal' }}
          sx={{ width: 170 }}
        />
        <TextField
          size="small"
          label={`To run it, a month (${currency})`}
          value={runCost}
          onChange={event => setRunCost(event.target.value)}
          inputProps={{ inputMode: 'decimal' }}
          sx={{ width: 200 }}
        />
        <TextField
          size="small"
          label="Spread over months"
          value={months}
          onChange={event => setMonths(event.target.value)}
          inputProps={{ inputMode: 'numeric' }}
          sx={{ width: 160 }}
        />
        <Button type="submit" variant="outlined" size="small" disabled={!good}>
          Try
        </Button>
        {reuse.tried && (
          <>
            <Button size="small" onClick={() => onTry(undefined)}>
              Back to the organisation&apos;s
            </Button>
            {mayKeep.allowed && (
              <Button
                size="small"
                disabled={!good || keep.running}
                onClick={() => keep.run()}
              >
                Keep for everybody
              </Button>
            )}
          </>
        )}
      </Box>
      {keep.error && (
        <Alert severity="error" sx={{ mt: 1 }}>
          They were not kept: {keep.error.message}
        </Alert>
      )}
    </Box>
  );
};
