import Alert from '@mui/material/Alert';
import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import { counted } from '@mcp-portal/plugin-mcp-react';
import { AlertsSection } from '../components/alerts';
import { BudgetSection } from '../components/budget';
import { KeysSection } from '../components/keys';
import { TopTables } from './TopTables';
import { TrendSection } from './TrendSection';
import { hasUsage, UsageHead } from './UsageHead';
import { useEntityUsage } from './useEntityUsage';

const TRENDS = ['server', 'agent', 'model', 'environment', 'kind'] as const;
const TABLES = ['server', 'agent', 'model', 'user'] as const;

/** Of a department what is asked first is which of its teams. */
const DEPARTMENT_TRENDS = ['team', ...TRENDS] as const;
const DEPARTMENT_TABLES = ['team', ...TABLES] as const;

const WhoseUsage = (props: {
  teams: readonly string[];
  sees?: CostOverview['sees'];
}) => {
  const { teams, sees } = props;
  const hidden = sees?.all
    ? 0
    : teams.filter(team => !sees?.teams.includes(team)).length;
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {sees && hidden > 0
        ? `This is the usage of your part of it: ${counted(
            teams.length - hidden,
            'team',
          )} of ${teams.length}.`
        : `This is the usage of the team itself and of ${counted(
            teams.length - 1,
            'team',
          )} below it.`}
    </Alert>
  );
};

/** What does this team spend, may it go on, and what does it have to do? */
export const TeamCost = (props: {
  teamRef: string;
  title?: string;
  /** Of a department, the teams below it: what they use is its usage too. */
  below?: readonly string[];
}) => {
  const { teamRef, title, below = [] } = props;
  const teams = [teamRef, ...below];
  const isDepartment = below.length > 0;
  const usage = useEntityUsage({ team: teams });
  const { filter, query, overview } = usage;
  return (
    <>
      {isDepartment && <WhoseUsage teams={teams} sees={overview.value?.sees} />}
      <UsageHead
        usage={usage}
        ownerRef={teamRef}
        budgets={isDepartment}
        empty="What the agents of this team do appears here when they send their OpenTelemetry with one of its service keys."
      />
      {!isDepartment && <BudgetSection teamRef={teamRef} title={title} />}
      <AlertsSection team={teams} />
      {hasUsage(usage) && (
        <>
          <TrendSection
            filter={filter}
            query={query}
            dimensions={isDepartment ? DEPARTMENT_TRENDS : TRENDS}
          />
          <TopTables
            filter={filter}
            query={query}
            dimensions={isDepartment ? DEPARTMENT_TABLES : TABLES}
          />
        </>
      )}
      {isDepartment && <BudgetSection teamRef={teamRef} title={title} />}
      <KeysSection teamRef={teamRef} title={title} />
    </>
  );
};
