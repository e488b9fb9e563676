import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { LevelWord, LoadProblem, Section } from '@mcp-portal/plugin-mcp-react';
import { useConsumers } from '../../api';
import { LinePart } from './LinePart';
import { byAttention, progressWords } from './progress';
import { ConsumerTable } from './ConsumerTable';

/** How far the agents have moved: who is still on which line of versions. */
export const ConsumersSection = (props: {
  server: ServerDetail;
  revision?: string;
}) => {
  const { server, revision } = props;
  const { value, error, loading, reload } = useConsumers(server.ref, revision);
  return (
    <Section title="Who is on which version">
      {error && (
        <LoadProblem
          what="The agents' progress"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Skeleton variant="rounded" height={120} />}
      {value && (
        <>
          <Typography variant="body1" component="p" sx={{ m: 0 }}>
            {progressWords(value)}
          </Typography>
          {!value.callsKnown && (
            <Typography
              variant="body2"
              component="p"
              sx={{ m: 0, mt: 0.5, color: 'text.secondary' }}
            >
              When they last called is not known yet: the portal does not learn
              of calls. The versions are what the agents declare.
            </Typography>
          )}
          {value.unmet.length > 0 && (
            <>
              <Typography
                variant="subtitle2"
                component="h4"
                sx={{ m: 0, mt: 2, mb: 0.5, fontWeight: 'fontWeightBold' }}
              >
                <LevelWord level="problem">
                  Ask for a version that is not published
                </LevelWord>
              </Typography>
              <ConsumerTable
                label="Agents whose range no version meets"
                consumers={value.unmet}
                callsKnown={value.callsKnown}
              />
            </>
          )}
          {byAttention(value.lines).map(line => (
            <LinePart
              key={line.line}
              of={server}
              line={line}
              callsKnown={value.callsKnown}
            />
          ))}
        </>
      )}
    </Section>
  );
};
