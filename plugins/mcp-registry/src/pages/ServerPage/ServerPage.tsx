import { useCallback, useState } from 'react';
import { useParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { BreadcrumbEntry, useRouteRef } from '@backstage/frontend-plugin-api';
import { LoadProblem, PortalPage } from '@mcp-portal/plugin-mcp-react';
import type { ServerTab } from '@mcp-portal/plugin-mcp-react/extensions';
import { useDrift, useIntrospection, useServer } from '../../api';
import { DriftBanner } from '../../components';
import { ServersIcon } from '../../icons';
import { serversRouteRef } from '../../routes';
import { useServerLinks } from '../../useServerLinks';
import { ServerHeader } from './ServerHeader';
import { ServerNotFound } from './ServerNotFound';
import { ServerSkeleton } from './ServerSkeleton';
import { ServerTabs } from './ServerTabs';
import { StaleNote } from './StaleNote';

/** Should I use this server, and how? */
export const ServerPage = (props: {
  /** What other plugins say of a server. */
  moreTabs?: ServerTab[];
}) => {
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
  const [acts, setActs] = useState(0);
  const revision = `${value?.health.lastAttemptAt} ${acts}`;
  const drift = useDrift(ref, revision);
  const onChanged = useCallback(() => {
    setActs(count => count + 1);
    reload();
  }, [reload]);

  return (
    <PortalPage
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
            <ServerHeader
              server={value}
              introspection={introspection}
              drift={drift.value ?? undefined}
            />
            <StaleNote server={value} />
            <DriftBanner server={value} drift={drift} onChanged={onChanged} />
            <ServerTabs
              server={value}
              revision={revision}
              moreTabs={props.moreTabs}
              onChanged={onChanged}
            />
          </>
        )}
        {!value && loading && <ServerSkeleton />}
      </BreadcrumbEntry>
    </PortalPage>
  );
};
