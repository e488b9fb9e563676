import { AlertsSection } from '../components/alerts';
import { BudgetSection } from '../components/budget';
import { KeysSection } from '../components/keys';
import { TopTables } from './TopTables';
import { TrendSection } from './TrendSection';
import { hasUsage, UsageHead } from './UsageHead';
import { useEntityUsage } from './useEntityUsage';

const TRENDS = ['server', 'agent', 'model', 'environment', 'kind'] as const;
const TABLES = ['server', 'agent', 'model', 'user'] as const;

/** What does this team spend, may it go on, and what does it have to do? */
export const TeamCost = (props: { teamRef: string; title?: string }) => {
  const { teamRef, title } = props;
  const usage = useEntityUsage({ team: [teamRef] });
  const { filter, query } = usage;
  return (
    <>
      <UsageHead
        usage={usage}
        empty="What the agents of this team do appears here when they send their OpenTelemetry with one of its service keys."
      />
      <BudgetSection teamRef={teamRef} title={title} />
      <AlertsSection team={[teamRef]} />
      {hasUsage(usage) && (
        <>
          <TrendSection filter={filter} query={query} dimensions={TRENDS} />
          <TopTables filter={filter} query={query} dimensions={TABLES} />
        </>
      )}
      <KeysSection teamRef={teamRef} title={title} />
    </>
  );
};
