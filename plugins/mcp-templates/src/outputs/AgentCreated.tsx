import { Link } from '@backstage/core-components';
import type { Created } from '@mcp-portal/plugin-mcp-templates-common';
import { usePageLinks } from '../usePageLinks';
import { CreatedPage } from './CreatedPage';
import { DoNext } from './DoNext';
import type { Note } from './readNotes';
import { RunIt } from './RunIt';
import { agentCommands } from './runCommands';
import { WhatExists } from './WhatExists';

/** After the click: an agent. */
export const AgentCreated = (props: { created: Created; notes: Note[] }) => {
  const { created, notes } = props;
  const links = usePageLinks();
  const { entityRef, ownerRef } = created;
  return (
    <CreatedPage title={`${created.title} is there`} notes={notes}>
      <WhatExists created={created} />
      <RunIt commands={agentCommands(created)} />
      <DoNext
        steps={[
          {
            title: 'Make a service key',
            text: (
              <>
                With it the agent sends its usage: on{' '}
                <Link to={links.teamCost(ownerRef)}>the page of the team</Link>,
                with the right to send usage. The README says which variable
                takes it.
              </>
            ),
          },
          {
            title: 'Say what it is to do',
            text: (
              <>
                <code>src/agentIdentity.ts</code> says what it is for,{' '}
                <code>.mcp.json</code> which servers it may call.
              </>
            ),
          },
          {
            title: 'Keep its servers declared',
            text: (
              <>
                <code>spec.mcpServers</code> of its{' '}
                <code>catalog-info.yaml</code> names them, so that their owners
                know whom a change breaks.
              </>
            ),
          },
          {
            title: 'See what it costs',
            text: (
              <>
                After its first run, on{' '}
                <Link to={links.agentCost(entityRef)}>its page</Link>.
              </>
            ),
          },
        ]}
      />
    </CreatedPage>
  );
};
