export const ServerPage = () => <main />;
