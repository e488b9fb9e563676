import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { CostCard } from './CostCard';
import { useTeamsBelow } from './useTeamsBelow';

export const ServerCostCard = () => {
  const ref = stringifyEntityRef(useEntity().entity);
  return <CostCard entityRef={ref} of={{ server: [ref] }} />;
};

export const AgentCostCard = () => {
  const ref = stringifyEntityRef(useEntity().entity);
  return <CostCard entityRef={ref} of={{ agent: [ref] }} />;
};

export const TeamCostCard = () => {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const { value: below, loading } = useTeamsBelow(entity);
  // Its own usage alone would be the wrong answer for a department.
  return below || !loading ? (
    <CostCard
      entityRef={ref}
      of={{ team: [ref, ...(below ?? [])] }}
      teamRef={ref}
      teamsBelow={below?.length}
    />
  ) : null;
};
