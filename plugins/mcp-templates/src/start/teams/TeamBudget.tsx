import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';
import { LevelWord, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { costApiRef } from '../../api';
import { usePageLinks } from '../../usePageLinks';
import { spentWords, standing } from './budgetWords';
import { TeamPart } from './TeamPart';

const WayToMore = (props: { status: BudgetStatus; page: string }) => {
  const { status, page } = props;
  if (status.pendingIncrease) {
    return (
      <>
        An increase is <Link to={page}>asked for</Link>, and waits for a
        decision.
      </>
    );
  }
  return status.may.ask ? (
    <>
      <Link to={page}>Ask for an increase</Link>; whoever manages the team
      decides.
    </>
  ) : (
    <>
      Somebody of the team can ask for an increase{' '}
      <Link to={page}>on its page</Link>.
    </>
  );
};

/** What a team has spent of its budget, and the way to more. */
export const TeamBudget = ({ teamRef }: { teamRef: string }) => {
  const cost = useApi(costApiRef);
  const links = usePageLinks();
  const currency =
    useApi(configApiRef).getOptionalString('mcpCost.currency') ?? 'USD';
  const budget = useLoaded({
    subject: `budget of ${teamRef}`,
    request: teamRef,
    load: signal => cost.getBudget(teamRef, { signal }),
  });
  const page = links.teamCost(teamRef);
  return (
    <TeamPart name="Budget" loaded={budget}>
      {status => (
        <>
          <Link to={page}>{spentWords(status, currency)}</Link>
          {standing(status) ? (
            <Box>
              <LevelWord level={status.level}>{standing(status)}</LevelWord>
            </Box>
          ) : (
            '. No budget is set.'
          )}
          {status.budget && status.level === 'problem' && (
            <Box>
              <WayToMore status={status} page={page} />
            </Box>
          )}
        </>
      )}
    </TeamPart>
  );
};
