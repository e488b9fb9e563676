import { EmptyNote } from '@mcp-portal/plugin-mcp-react';

export const QualityPage = () => <EmptyNote title="Not there yet" />;
