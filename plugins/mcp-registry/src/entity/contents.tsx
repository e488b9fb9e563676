import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ContractView, DependentsView, HistoryView } from '../components';

function useServerRef(): string {
  return stringifyEntityRef(useEntity().entity);
}

export const EntityContract = () => (
  <ContractView serverRef={useServerRef()} withStaleNote />
);

export const EntityDependents = () => (
  <DependentsView serverRef={useServerRef()} />
);

export const EntityHistory = () => <HistoryView serverRef={useServerRef()} />;
