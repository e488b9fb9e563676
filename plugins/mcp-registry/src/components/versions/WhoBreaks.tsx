import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { LoadProblem, Section } from '@mcp-portal/plugin-mcp-react';
import { useComparison } from '../../api';
import { BlastRadiusList, breaksWords } from './BlastRadiusList';

/** Which agents can't move from one version to another as they are. */
export const WhoBreaks = (props: {
  serverRef: string;
  from: string;
  to: string;
}) => {
  const { value, error, loading, reload } = useComparison(props.serverRef, {
    from: props.from,
    to: props.to,
  });
  return (
    <Section title="Who breaks">
      {error && (
        <LoadProblem what="Who breaks" error={error} onRetry={reload} />
      )}
      {!value && loading && <Skeleton variant="rounded" height={48} />}
      {value && (
        <>
          <Typography variant="body2" component="p" sx={{ m: 0, mb: 1 }}>
            {breaksWords(value.breaks)}
          </Typography>
          <BlastRadiusList breaks={value.breaks} />
        </>
      )}
    </Section>
  );
};
