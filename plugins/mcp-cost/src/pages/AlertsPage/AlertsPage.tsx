import { EmptyNote } from '@mcp-portal/plugin-mcp-react';

export const AlertsPage = () => <EmptyNote title="Not there yet" />;
