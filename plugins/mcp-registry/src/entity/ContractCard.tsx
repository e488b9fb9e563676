import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Skeleton from '@mui/material/Skeleton';
import { LoadProblem } from '@mcp-portal/plugin-mcp-react';
import { useServer } from '../api';
import { ContractSummary } from '../components';
import { useServerLinks } from '../useServerLinks';

/** On the entity page of a server: what it offers, where an API has its definition. */
export const ContractCard = () => {
  const ref = stringifyEntityRef(useEntity().entity);
  const { value, error, loading, reload } = useServer(ref);
  const links = useServerLinks();
  return (
    <EntityInfoCard
      title="Contract"
      footerActions={
        value && (
          <Link to={`${links.server(value)}/contract`}>Whole contract</Link>
        )
      }
    >
      {error && (
        <LoadProblem
          what="The contract"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Skeleton variant="rounded" height={240} />}
      {value && <ContractSummary server={value} />}
    </EntityInfoCard>
  );
};
