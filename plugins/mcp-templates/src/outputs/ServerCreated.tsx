import { Link } from '@backstage/core-components';
import Typography from '@mui/material/Typography';
import type { Created } from '@mcp-portal/plugin-mcp-templates-common';
import { ClientSnippets, Section } from '@mcp-portal/plugin-mcp-react';
import { usePageLinks } from '../usePageLinks';
import { CreatedPage } from './CreatedPage';
import { DoNext } from './DoNext';
import type { Note } from './readNotes';
import { RunIt } from './RunIt';
import { localAddress, projectOf, serverCommands } from './runCommands';
import { WhatExists } from './WhatExists';

const NextSteps = ({ created }: { created: Created }) => {
  const links = usePageLinks();
  const { entityRef, ownerRef } = created;
  const project = projectOf(created);
  const server = links.server(entityRef);
  return (
    <DoNext
      steps={[
        ...(project
          ? [
              {
                title: 'Change the tools',
                text: (
                  <>
                    They are in <code>{project.tools}</code>, each with its
                    test. Then <code>{project.writeContract}</code> writes what
                    the server promises into <code>contract.json</code>.
                  </>
                ),
              },
            ]
          : [
              {
                title: 'See what it offers',
                text: (
                  <>
                    <Link to={server}>Its page</Link> shows the tools that it
                    named when the portal asked it, or why it could not be
                    asked.
                  </>
                ),
              },
            ]),
        {
          title: 'Make a service key',
          text: (
            <>
              {project
                ? 'For the pipeline, which publishes with it: on'
                : 'For the pipeline of its own code, to publish with: on'}{' '}
              <Link to={links.teamCost(ownerRef)}>the page of the team</Link>,
              with the right to publish versions, as the pipeline’s secret{' '}
              <code>MCP_PORTAL_TOKEN</code>.
            </>
          ),
        },
        {
          title: 'Publish the first version',
          text: (
            <>
              {project
                ? 'The pipeline does it, or you, on'
                : 'The README of its repository has the commands for that pipeline; or do it on'}{' '}
              <Link to={`${server}/versions`}>the server’s versions</Link>. From
              then on a change that breaks somebody is held back.
            </>
          ),
        },
        {
          title: 'Tell which agents use it',
          text: (
            <>
              Add <code>{entityRef}</code> to <code>spec.mcpServers</code> of an
              agent’s <code>catalog-info.yaml</code>; it appears among{' '}
              <Link to={`${server}/dependents`}>the dependents</Link>.
            </>
          ),
        },
      ]}
    />
  );
};

/** After the click: a server. */
export const ServerCreated = (props: { created: Created; notes: Note[] }) => {
  const { created, notes } = props;
  const commands = serverCommands(created);
  const address = localAddress(created);
  const { url, repository, title } = created;
  return (
    <CreatedPage title={`${title} is there`} notes={notes}>
      <WhatExists created={created} />
      {commands.length > 0 && (
        <RunIt commands={commands}>
          {address && (
            <Typography variant="body2" component="p" sx={{ m: 0, mt: 1.5 }}>
              It answers at <code>{address}</code>; the environment variable{' '}
              <code>PORT</code> takes another port.
            </Typography>
          )}
        </RunIt>
      )}
      {url && (
        <Section title="Connect a client">
          {commands.length > 0 && (
            <Typography variant="body2" component="p" sx={{ m: 0, mb: 1 }}>
              Once it runs. The same is always behind “Connect” on the server’s
              page.
            </Typography>
          )}
          <ClientSnippets
            serverName={repository.name}
            target={{ kind: 'streamable-http', label: url, url }}
          />
        </Section>
      )}
      <NextSteps created={created} />
    </CreatedPage>
  );
};
