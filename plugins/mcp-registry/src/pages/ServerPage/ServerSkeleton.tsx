import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

/** The page's shape, until there is something to fill it with. */
export const ServerSkeleton = () => (
  <Box role="status" aria-busy="true" aria-label="Loading the server">
    <Skeleton width="30ch" height={48} />
    <Skeleton width="60ch" />
    <Box sx={{ display: 'flex', gap: 3, my: 2 }}>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} width={120} height={44} />
      ))}
    </Box>
    <Skeleton width={420} height={48} />
    <Skeleton variant="rounded" height={320} sx={{ mt: 2 }} />
  </Box>
);
