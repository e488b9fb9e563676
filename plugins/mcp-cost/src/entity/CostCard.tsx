import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type {
  CostOverview,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { counted, Fact, Facts } from '@mcp-portal/plugin-mcp-react';
import { BudgetLevel } from '../components/budget';
import { useEntityCostLink } from '../components/entities';
import { LoadedPart, useCost } from '../components/loading';
import { Money } from '../components/money';
import { monthUntilNow } from '../components/period';
import { CostTrend } from '../components/trend';
import { ChangeWord, CostOf } from '../components/usage';
import { seesAllOf } from './seesAllOf';

const Brief = (props: {
  overview: CostOverview;
  of: Omit<UsageFilter, 'from' | 'to'>;
  ownerRef?: string;
  teamRef?: string;
}) => {
  const { overview, of, ownerRef, teamRef } = props;
  const { total, previous, forecast } = overview;
  const budget = overview.budgets.find(status => status.teamRef === teamRef);
  if (total.events === 0 && previous.events === 0) {
    return ownerRef && !seesAllOf(overview.sees, ownerRef) ? (
      <>No usage that you may see, this month nor as many days before.</>
    ) : (
      <>No usage this month, nor as many days before.</>
    );
  }
  return (
    <>
      <Facts minWidth={120}>
        <Fact name="This month">
          <Box component="span" sx={{ typography: 'h6', m: 0 }}>
            <CostOf below measures={total} />
          </Box>
          <div>
            <ChangeWord now={total} before={previous} />
          </div>
        </Fact>
        <Fact name="Month’s end, expected">
          <Box component="span" sx={{ typography: 'h6', m: 0 }}>
            <Money nanos={forecast?.expectedNanos} />
          </Box>
        </Fact>
        {budget && (
          <Fact name="Budget">
            <BudgetLevel status={budget} />
          </Fact>
        )}
      </Facts>
      <Box sx={{ mt: 1 }}>
        <CostTrend of={of} />
      </Box>
    </>
  );
};

/** On an entity's overview: this month, where it is heading, and the way to more. */
export const CostCard = (props: {
  entityRef: string;
  /** What of all usage belongs to the entity. */
  of: Omit<UsageFilter, 'from' | 'to'>;
  /** Whose it is: they see all of it. */
  ownerRef?: string;
  /** The team, where the entity is one. */
  teamRef?: string;
  /** How many teams' usage is among the team's own. */
  teamsBelow?: number;
}) => {
  const { entityRef, of, ownerRef, teamRef, teamsBelow = 0 } = props;
  const question = { ...monthUntilNow(), ...of };
  const overview = useCost(`cost of ${entityRef}`, question, (api, options) =>
    api.getOverview(question, options),
  );
  const tab = useEntityCostLink()(entityRef);
  return (
    <EntityInfoCard
      title="Cost"
      footerActions={tab && <Link to={tab}>All of its cost</Link>}
    >
      <LoadedPart
        loaded={overview}
        what="The cost"
        skeleton={<Skeleton variant="rounded" height={120} />}
      >
        {value => (
          <>
            <Brief
              overview={value}
              of={of}
              ownerRef={ownerRef}
              teamRef={teamRef}
            />
            {teamsBelow > 0 && (
              <Box sx={{ mt: 1, color: 'text.secondary' }}>
                With the usage of {counted(teamsBelow, 'team')} below it.
              </Box>
            )}
          </>
        )}
      </LoadedPart>
    </EntityInfoCard>
  );
};
