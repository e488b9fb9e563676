import Box from '@mui/material/Box';
import type { Alert } from '@mcp-portal/plugin-mcp-cost-common';
import { AlertEntry } from './AlertEntry';

export const AlertList = (props: {
  alerts: Alert[];
  label: string;
  withoutSubject?: boolean;
}) => (
  <Box
    component="ul"
    aria-label={props.label}
    sx={{ listStyle: 'none', p: 0, m: 0, '& > li:last-of-type': { border: 0 } }}
  >
    {props.alerts.map(alert => (
      <AlertEntry
        key={alert.id}
        alert={alert}
        withoutSubject={props.withoutSubject}
      />
    ))}
  </Box>
);
