import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Skeleton from '@mui/material/Skeleton';
import { LoadProblem } from '@mcp-portal/plugin-mcp-react';
import { useServer } from '../api';
import { ConventionsBrief } from '../components';
import { useServerLinks } from '../useServerLinks';

/** On the entity page of a server: how well it keeps the conventions. */
export const ConventionsCard = () => {
  const ref = stringifyEntityRef(useEntity().entity);
  const { value, error, loading, reload } = useServer(ref);
  const links = useServerLinks();
  return (
    <EntityInfoCard
      title="Conventions"
      footerActions={
        value && <Link to={links.conventions(value)}>All conventions</Link>
      }
    >
      {error && (
        <LoadProblem
          what="The server"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Skeleton variant="rounded" height={140} />}
      {value && <ConventionsBrief server={value} />}
    </EntityInfoCard>
  );
};
