import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { GateReport } from '@mcp-portal/plugin-mcp-registry-common';
import { LevelWord, counted, OnDemand } from '@mcp-portal/plugin-mcp-react';
import { BlastRadiusList } from '../versions/BlastRadiusList';
import { ChangeList } from '../versions/ChangeList';
import { ClassCounts } from '../versions/ClassCounts';
import { countClasses } from '../versions/countClasses';
import { gateWords } from './gateWords';

export const GateSkeleton = () => (
  <Box role="status" aria-busy="true" aria-label="Asking the gate">
    <Skeleton width="60%" />
    <Skeleton width="40%" />
  </Box>
);

/** What the gate says of a version: the verdict, the changes, and who breaks. */
export const GatePanel = (props: {
  report: GateReport;
  /** It is of what was typed before. */
  outdated: boolean;
  onTake: (version: string) => void;
}) => {
  const { report, outdated, onTake } = props;
  const { accepted, version, diff, breaks, smallestVersion } = report;
  const changes = diff?.changes ?? [];
  return (
    <Box
      role="status"
      aria-busy={outdated}
      sx={{
        border: 1,
        borderColor: accepted ? 'success.main' : 'error.main',
        borderRadius: 1,
        p: 1.5,
        opacity: outdated ? 0.6 : 1,
        typography: 'body2',
        display: 'grid',
        gap: 1,
        minWidth: 0,
      }}
    >
      <LevelWord level={accepted ? 'good' : 'problem'}>
        {gateWords(report)}
      </LevelWord>
      {changes.length > 0 && <ClassCounts counts={countClasses(changes)} />}
      {!accepted && smallestVersion !== version && (
        <div>
          <Button
            size="small"
            variant="outlined"
            onClick={() => onTake(smallestVersion)}
            sx={{ textTransform: 'none' }}
          >
            Take {smallestVersion}
          </Button>
        </div>
      )}
      {breaks.total > 0 && (
        <div>
          <Typography variant="subtitle2" component="h3" sx={{ m: 0, mb: 0.5 }}>
            {accepted
              ? `${counted(breaks.total, 'agent')} must change before they move`
              : `Who breaks: ${counted(breaks.total, 'agent')} of ${counted(
                  breaks.teams.length,
                  'team',
                )}`}
          </Typography>
          <BlastRadiusList breaks={breaks} />
        </div>
      )}
      {changes.length > 0 && !accepted && <ChangeList changes={changes} />}
      {changes.length > 0 && accepted && (
        <div>
          <OnDemand
            show={`Show ${counted(changes.length, 'change')}`}
            hide="Hide the changes"
          >
            <ChangeList changes={changes} />
          </OnDemand>
        </div>
      )}
    </Box>
  );
};
