import { TopTables } from './TopTables';
import { TrendSection } from './TrendSection';
import { UnitCostsSection } from '../components/unitCosts';
import { hasUsage, UsageHead } from './UsageHead';
import { useEntityUsage } from './useEntityUsage';

const TRENDS = ['server', 'model', 'tool', 'environment', 'kind'] as const;
const TABLES = ['server', 'model', 'tool', 'environment'] as const;

/** What does this agent cost, on which servers and models? */
export const AgentCost = (props: { agentRef: string; ownerRef?: string }) => {
  const { agentRef, ownerRef } = props;
  const usage = useEntityUsage({ agent: [agentRef] });
  const { filter, query } = usage;
  return (
    <>
      <UsageHead
        usage={usage}
        ownerRef={ownerRef}
        empty="What this agent does appears here when it sends its OpenTelemetry with the service key of its team."
      />
      {hasUsage(usage) && (
        <>
          <TrendSection filter={filter} query={query} dimensions={TRENDS} />
          <TopTables filter={filter} query={query} dimensions={TABLES} />
          <UnitCostsSection filter={filter} />
        </>
      )}
    </>
  );
};
