import { useId, useState } from 'react';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { ClientSnippet } from './ClientSnippet';
import { CLIENTS } from './clients';
import type { ConnectTarget } from './ConnectTarget';

/**
 * The exact text for each client's file, a tab for each of them.
 * @public
 */
export const ClientSnippets = (props: {
  /** What clients shall call the server. */
  serverName: string;
  target: ConnectTarget;
}) => {
  const { serverName, target } = props;
  const [clientId, setClientId] = useState(CLIENTS[0].id);
  const panelId = useId();
  const client = CLIENTS.find(one => one.id === clientId) ?? CLIENTS[0];
  return (
    <>
      <Tabs
        value={clientId}
        onChange={(_event, value) => setClientId(value)}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label="Client"
      >
        {CLIENTS.map(({ id, name }) => (
          <Tab
            key={id}
            value={id}
            label={name}
            id={`${panelId}-${id}`}
            aria-controls={panelId}
          />
        ))}
      </Tabs>
      <Box
        id={panelId}
        role="tabpanel"
        aria-labelledby={`${panelId}-${clientId}`}
        sx={{ pt: 2 }}
      >
        <ClientSnippet
          client={client}
          snippet={client.snippet(serverName, target)}
        />
      </Box>
    </>
  );
};
