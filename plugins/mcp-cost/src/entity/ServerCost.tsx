import { AlertsSection } from '../components/alerts';
import { PricesInForce } from '../components/prices';
import { ReuseSection } from '../components/reuse';
import { UnitCostsSection } from '../components/unitCosts';
import { HostingSection } from './HostingSection';
import { SeesNote } from './SeesNote';
import { TopTables } from './TopTables';
import { TrendSection } from './TrendSection';
import { hasUsage, UsageHead } from './UsageHead';
import { useEntityUsage } from './useEntityUsage';

const TRENDS = ['team', 'tool', 'agent', 'environment', 'kind'] as const;
const TABLES = ['team', 'tool', 'agent', 'kind'] as const;

/** What does this server cost, and whom? */
export const ServerCost = (props: { serverRef: string; ownerRef?: string }) => {
  const { serverRef, ownerRef } = props;
  const usage = useEntityUsage({ server: [serverRef] });
  const { filter, query, overview } = usage;
  return (
    <>
      <UsageHead
        usage={usage}
        ownerRef={ownerRef}
        empty="What agents do with this server appears here when they send their OpenTelemetry with the service key of a team."
      />
      {overview.value && hasUsage(usage) && (
        <SeesNote sees={overview.value.sees} ownerRef={ownerRef} />
      )}
      {hasUsage(usage) && (
        <>
          <TrendSection filter={filter} query={query} dimensions={TRENDS} />
          <TopTables filter={filter} query={query} dimensions={TABLES} />
          <UnitCostsSection filter={filter} />
          <HostingSection filter={filter} />
          <ReuseSection
            serverRef={serverRef}
            from={filter.from}
            to={filter.to}
          />
        </>
      )}
      <PricesInForce serverRef={serverRef} />
      <AlertsSection server={[serverRef]} />
    </>
  );
};
