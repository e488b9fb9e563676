import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { TOUR_STOPS } from '../tour';
import { FindServers } from './FindServers';

const Step = (props: {
  number: number;
  title: string;
  id?: string;
  children: ReactNode;
}) => (
  <Paper
    variant="outlined"
    component="li"
    id={props.id}
    sx={{ p: 2, minWidth: 0, typography: 'body2' }}
  >
    <Typography
      component="h3"
      variant="subtitle1"
      sx={{ m: 0, mb: 0.5, fontWeight: 'fontWeightBold' }}
    >
      {props.number}. {props.title}
    </Typography>
    {props.children}
  </Paper>
);

/** The way from needing a tool to an agent that uses it. */
export const ThreeSteps = () => (
  <Box
    component="ol"
    sx={{
      listStyle: 'none',
      p: 0,
      m: 0,
      display: 'grid',
      gap: 2,
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    }}
  >
    <Step number={1} title="Find what exists" id={TOUR_STOPS.find}>
      Somebody may have made it already. All servers and their tools are here.
      <FindServers />
    </Step>
    <Step number={2} title="Make it with one form">
      Say its name, what it is for and whose it is. The rest has good defaults,
      and the result passes its tests and the conventions from the start.
    </Step>
    <Step number={3} title="Run it, connect it, publish a version">
      The last page has the commands to run it and the text for each client.
      When it is ready, publish 1.0.0, and others can rely on it.
    </Step>
  </Box>
);
