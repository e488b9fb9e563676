import Box from '@mui/material/Box';
import type { Nanos, UsageFilter } from '@mcp-portal/plugin-mcp-cost-common';
import {
  Fact,
  Facts,
  Section,
  shownNumber,
} from '@mcp-portal/plugin-mcp-react';
import { LoadedPart, useCost } from '../loading';
import { Money, shownChange } from '../money';

const Unit = (props: {
  now?: Nanos;
  before?: Nanos;
  count: number;
  /** What there is none of where there is no amount: `calls`. */
  what: string;
}) => {
  const { now, before, count, what } = props;
  const change =
    now !== undefined && before !== undefined && shownChange(now, before);
  return (
    <>
      <Box component="span" sx={{ typography: 'h6', m: 0 }}>
        <Money nanos={now} unknown={`No ${what}`} />
      </Box>
      <Box sx={{ color: 'text.secondary' }}>
        {[count > 0 && `of ${shownNumber(count)}`, change]
          .filter(Boolean)
          .join(', ')}
      </Box>
    </>
  );
};

/** What one call, one call that went well, and one agent cost. */
export const UnitCostsSection = ({ filter }: { filter: UsageFilter }) => {
  const units = useCost('unit-costs', filter, (api, options) =>
    api.getUnitCosts(filter, options),
  );
  return (
    <Section title="What one unit costs">
      <LoadedPart loaded={units} what="The unit costs">
        {({ previous, ...now }) => (
          <Facts minWidth={130}>
            <Fact name="A call">
              <Unit
                now={now.perCallNanos}
                before={previous?.perCallNanos}
                count={now.calls}
                what="calls"
              />
            </Fact>
            <Fact name="A successful call">
              <Unit
                now={now.perSuccessfulCallNanos}
                before={previous?.perSuccessfulCallNanos}
                count={now.successfulCalls}
                what="successful calls"
              />
            </Fact>
            <Fact name="An active agent">
              <Unit
                now={now.perActiveAgentNanos}
                before={previous?.perActiveAgentNanos}
                count={now.activeAgents}
                what="active agents"
              />
            </Fact>
          </Facts>
        )}
      </LoadedPart>
    </Section>
  );
};
