import { EmptyNote } from '@mcp-portal/plugin-mcp-react';

export const CallsPage = () => <EmptyNote title="Not there yet" />;
