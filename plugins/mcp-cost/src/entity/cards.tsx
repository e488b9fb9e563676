import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { CostCard } from './CostCard';
import { ownerOf } from './ownerOf';
import { useTeamsBelow } from './useTeamsBelow';

export const ServerCostCard = () => {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  return (
    <CostCard
      entityRef={ref}
      of={{ server: [ref] }}
      ownerRef={ownerOf(entity)}
    />
  );
};

export const AgentCostCard = () => {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  return (
    <CostCard
      entityRef={ref}
      of={{ agent: [ref] }}
      ownerRef={ownerOf(entity)}
    />
  );
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
      ownerRef={ref}
      teamRef={ref}
      teamsBelow={below?.length}
    />
  ) : null;
};
