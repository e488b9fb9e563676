import { useState } from 'react';
import Box from '@mui/material/Box';
import type {
  Reuse,
  ReuseAssumptions,
} from '@mcp-portal/plugin-mcp-cost-common';
import {
  counted,
  EmptyNote,
  Fact,
  Facts,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { LoadedPart, useCost } from '../loading';
import { Money } from '../money';
import { AssumptionsForm } from './AssumptionsForm';
import { ReuseTable } from './ReuseTable';

const Saved = ({ reuse }: { reuse: Reuse }) => {
  const { consumers, savedNanos, savedPerConsumerNanos } = reuse;
  if (consumers.length === 0) {
    return (
      <EmptyNote title="No team used it in these days">
        What sharing saves is told once two teams use it.
      </EmptyNote>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Facts minWidth={200}>
        <Fact name="Saved in these days">
          <Box component="span" sx={{ typography: 'h6', m: 0 }}>
            <Money nanos={savedNanos} />
          </Box>
        </Fact>
        <Fact name="By each further team">
          <Box component="span" sx={{ typography: 'h6', m: 0 }}>
            <Money nanos={savedPerConsumerNanos} />
          </Box>
        </Fact>
        <Fact name="Used by">{counted(consumers.length, 'team')}</Fact>
      </Facts>
      <ReuseTable reuse={reuse} />
    </Box>
  );
};

/** What teams save because they share a server and do not build their own. */
export const ReuseSection = (props: {
  serverRef: string;
  /** Days; `to` is the first that is not looked at. */
  from: string;
  to: string;
}) => {
  const { serverRef, from, to } = props;
  const [assumptions, setAssumptions] = useState<ReuseAssumptions>();
  const question = { from, to, ...(assumptions ? { assumptions } : {}) };
  const reuse = useCost(
    `reuse-of-${serverRef}`,
    [serverRef, question],
    (api, options) => api.getReuse(serverRef, question, options),
  );
  return (
    <Section title="What sharing it saves">
      <LoadedPart loaded={reuse} what="What sharing it saves">
        {answer => (
          <>
            <Saved reuse={answer} />
            <AssumptionsForm
              // What the fields say begins anew with other assumptions.
              key={JSON.stringify(answer.assumptions)}
              reuse={answer}
              onTry={setAssumptions}
              onKept={() => {
                setAssumptions(undefined);
                reuse.reload();
              }}
            />
          </>
        )}
      </LoadedPart>
    </Section>
  );
};
