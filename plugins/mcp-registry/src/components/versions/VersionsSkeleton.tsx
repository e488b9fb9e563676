import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

export const VersionsSkeleton = ({ label }: { label: string }) => (
  <Box role="status" aria-busy="true" aria-label={label}>
    <Skeleton width="42ch" height={36} />
    <Skeleton width="60ch" />
    {Array.from({ length: 5 }, (_, index) => (
      <Box key={index} sx={{ display: 'flex', gap: 2, mt: 2 }}>
        <Skeleton variant="circular" width={24} height={24} />
        <Box sx={{ flex: 1 }}>
          <Skeleton width="18ch" />
          <Skeleton width="30ch" />
          <Skeleton width="70%" />
        </Box>
      </Box>
    ))}
  </Box>
);
