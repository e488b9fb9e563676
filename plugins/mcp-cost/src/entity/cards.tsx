import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { CostCard } from './CostCard';

export const ServerCostCard = () => {
  const ref = stringifyEntityRef(useEntity().entity);
  return <CostCard entityRef={ref} of={{ server: [ref] }} />;
};

export const AgentCostCard = () => {
  const ref = stringifyEntityRef(useEntity().entity);
  return <CostCard entityRef={ref} of={{ agent: [ref] }} />;
};

export const TeamCostCard = () => {
  const ref = stringifyEntityRef(useEntity().entity);
  return <CostCard entityRef={ref} of={{ team: [ref] }} teamRef={ref} />;
};
