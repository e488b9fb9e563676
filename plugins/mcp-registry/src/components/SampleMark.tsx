import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';

/** Says that what is shown comes from the sample organisation. */
export const SampleMark = () => (
  <Tooltip title="Part of the sample organisation that comes with the portal; nobody's real server.">
    <Chip
      component="span"
      size="small"
      variant="outlined"
      label="Sample data"
      sx={{ m: 0 }}
    />
  </Tooltip>
);
