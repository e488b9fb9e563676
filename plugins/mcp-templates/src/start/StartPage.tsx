import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useDocumentTitle } from '@mcp-portal/plugin-mcp-react';
import { Tour, TOUR_STOPS, useTour } from '../tour';
import { YourTeams } from './teams';
import { TemplateGroups } from './templates';
import { ThreeSteps } from './ThreeSteps';

const Heading = ({ id, text }: { id: string; text: string }) => (
  <Typography id={id} component="h2" variant="h6" sx={{ m: 0, mb: 1.5 }}>
    {text}
  </Typography>
);

/** How do I start? */
export const StartPage = () => {
  const tour = useTour();
  useDocumentTitle('Start');
  return (
    <Box
      component="main"
      sx={{ px: 2.5, py: 2, pb: 4, maxWidth: 1800, fontFamily: 'fontFamily' }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          justifyContent: 'space-between',
          alignItems: 'baseline',
          columnGap: 2,
          mb: 1.5,
        }}
      >
        <Typography component="h2" variant="h5" sx={{ m: 0 }}>
          A server of your own in three steps
        </Typography>
        <Button size="small" onClick={tour.start}>
          Show the tour again
        </Button>
      </Box>
      <ThreeSteps />
      <Box
        sx={{
          mt: 3,
          display: 'grid',
          columnGap: 3,
          rowGap: 2,
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            lg: 'minmax(0, 1fr) 340px',
          },
        }}
      >
        <Box
          component="section"
          aria-labelledby="start-templates"
          sx={{ minWidth: 0 }}
        >
          <Box id={TOUR_STOPS.templates}>
            <Heading id="start-templates" text="What do you want to do?" />
          </Box>
          <TemplateGroups />
        </Box>
        <Box
          component="section"
          aria-labelledby="start-teams"
          sx={{ minWidth: 0 }}
        >
          <Box id={TOUR_STOPS.teams}>
            <Heading id="start-teams" text="Your teams" />
          </Box>
          <YourTeams />
        </Box>
      </Box>
      <Tour tour={tour} />
    </Box>
  );
};
