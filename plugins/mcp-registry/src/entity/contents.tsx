import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useCallback, useState } from 'react';
import { LoadProblem } from '@mcp-portal/plugin-mcp-react';
import { useDrift, useServer } from '../api';
import {
  ContractView,
  DependentsView,
  DriftBanner,
  HistoryView,
  VersionsView,
} from '../components';
import { Progress } from '@backstage/core-components';

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

export const EntityVersions = () => {
  const ref = useServerRef();
  const { value, error, loading, reload } = useServer(ref);
  const [acts, setActs] = useState(0);
  const revision = String(acts);
  const drift = useDrift(ref, revision);
  const onChanged = useCallback(() => {
    setActs(count => count + 1);
    reload();
  }, [reload]);
  return (
    <>
      {error && (
        <LoadProblem
          what="The server"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Progress />}
      {value && (
        <>
          <DriftBanner server={value} drift={drift} onChanged={onChanged} />
          <VersionsView
            server={value}
            revision={revision}
            onChanged={onChanged}
          />
        </>
      )}
    </>
  );
};
