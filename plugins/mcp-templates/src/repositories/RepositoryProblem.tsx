import { EmptyNote, LoadProblem } from '@mcp-portal/plugin-mcp-react';

/** Why something of a repository is not shown. */
export const RepositoryProblem = (props: {
  /** `The repository` */
  what: string;
  error: Error;
  onRetry: () => void;
}) => {
  const { what, error, onRetry } = props;
  // What one may not see is as if it did not exist; both are said the same way.
  if (error.name === 'NotFoundError' || error.name === 'NotAllowedError') {
    return (
      <EmptyNote title={`${what} is not here, or not for you to see`}>
        {error.message}
      </EmptyNote>
    );
  }
  return <LoadProblem what={what} error={error} onRetry={onRetry} />;
};
