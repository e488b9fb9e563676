import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';

/** Says that what is shown comes from the sample organisation. @public */
export const SampleMark = ({ short }: { short?: boolean }) => (
  <Tooltip title="Sample data: part of the sample organisation that comes with the portal.">
    <Chip
      component="span"
      size="small"
      variant="outlined"
      label={short ? 'Sample' : 'Sample data'}
      sx={{ m: 0, height: 20, flexShrink: 0 }}
    />
  </Tooltip>
);
