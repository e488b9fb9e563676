import Alert from '@mui/material/Alert';
import Skeleton from '@mui/material/Skeleton';
import Box from '@mui/material/Box';
import {
  EmptyNote,
  LoadProblem,
  RelativeTime,
} from '@mcp-portal/plugin-mcp-react';
import { useContract } from '../../api';
import { ContractSections } from './ContractSections';
import { Provenance } from './Provenance';

const ContractSkeleton = () => (
  <Box role="status" aria-busy="true" aria-label="Loading the contract">
    <Skeleton width="60%" />
    <Skeleton height={48} width="40%" sx={{ my: 1 }} />
    <Box sx={{ display: 'flex', gap: 3 }}>
      <Skeleton variant="rounded" width={300} height={420} />
      <Skeleton variant="rounded" height={420} sx={{ flex: 1 }} />
    </Box>
  </Box>
);

/** What a server offers: its own page's tab, and a tab on its entity's page. */
export const ContractView = (props: {
  serverRef: string;
  /** Changes when there is something new to load. */
  revision?: string;
  /** Where no other part of the page says that the contract is stale. */
  withStaleNote?: boolean;
}) => {
  const { serverRef, revision, withStaleNote } = props;
  const { value, error, loading, reload } = useContract(serverRef, revision);
  return (
    <>
      {error && (
        <LoadProblem
          what="The contract"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {value && (
        <>
          {withStaleNote && value.stale && (
            <Alert severity="warning">
              This contract is from <RelativeTime at={value.lastSeenAt} />: the
              attempts since then failed. The server&apos;s history says why.
            </Alert>
          )}
          <Provenance seen={value} stale={value.stale} />
          <ContractSections contract={value.contract} />
        </>
      )}
      {value === null && !error && (
        <EmptyNote title="No contract yet">
          The server has never answered, so nobody knows what it offers. Its
          history says why.
        </EmptyNote>
      )}
      {value === undefined && loading && <ContractSkeleton />}
    </>
  );
};
