export const AgentsPage = () => <main />;
