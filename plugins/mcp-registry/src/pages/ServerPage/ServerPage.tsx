import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { BreadcrumbEntry, useRouteRef } from '@backstage/frontend-plugin-api';
import { useIntrospection, useServer } from '../../api';
import { LoadProblem, RegistryPage } from '../../components';
import { ServersIcon } from '../../icons';
import { serversRouteRef } from '../../routes';
import { useServerLinks } from '../../useServerLinks';
import { ServerHeader } from './ServerHeader';
import { ServerNotFound } from './ServerNotFound';
import { ServerSkeleton } from './ServerSkeleton';
import { ServerTabs } from './ServerTabs';
import { StaleNote } from './StaleNote';

/** Should I use this server, and how? */
export const ServerPage = () => {
  const { namespace = 'default', name = '' } = useParams();
  const ref = stringifyEntityRef({ kind: 'api', namespace, name });
  const server = useServer(ref);
  const { value, error, loading, reload } = server;
  const introspection = useIntrospection(value, reload);
  const servers = useRouteRef(serversRouteRef)?.() ?? '';
  const href = useServerLinks().server({ namespace, name });
  const title = value?.title ?? value?.name ?? name;
  const notFound = error?.name === 'NotFoundError' && !value;
  const retry = useCallback(() => reload(), [reload]);

  return (
    <RegistryPage
      title="MCP servers"
      documentTitle={title}
      icon={<ServersIcon />}
      href={servers}
    >
      <BreadcrumbEntry entry={{ label: title, href }}>
        {notFound && <ServerNotFound name={name} />}
        {error && !notFound && (
          <LoadProblem
            what="The server"
            error={error}
            kept={Boolean(value)}
            onRetry={retry}
          />
        )}
        {value && (
          <>
            <ServerHeader server={value} introspection={introspection} />
            <StaleNote server={value} />
            <ServerTabs server={value} />
          </>
        )}
        {!value && loading && <ServerSkeleton />}
      </BreadcrumbEntry>
    </RegistryPage>
  );
};
