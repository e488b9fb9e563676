import { EmptyNote } from '@mcp-portal/plugin-mcp-react';

export const IdlePage = () => <EmptyNote title="Not there yet" />;
