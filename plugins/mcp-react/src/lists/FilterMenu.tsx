import { useId, useState, type ReactNode } from 'react';
import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';

/** One filter: a button that says what is chosen, and the choice behind it. @public */
export const FilterMenu = (props: {
  title: string;
  /** Names of what is chosen. */
  chosen: string[];
  width?: number;
  onOpen?: () => void;
  children: ReactNode;
}) => {
  const { title, chosen, width = 320, onOpen, children } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const popoverId = useId();
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color={chosen.length > 0 ? 'primary' : 'inherit'}
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        aria-controls={anchor ? popoverId : undefined}
        onClick={event => {
          onOpen?.();
          setAnchor(event.currentTarget);
        }}
        sx={{
          textTransform: 'none',
          maxWidth: 320,
          borderColor: chosen.length > 0 ? undefined : 'divider',
        }}
      >
        <Box
          component="span"
          sx={{
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {chosen.length > 0 ? `${title}: ${chosen.join(', ')}` : title}
        </Box>
      </Button>
      <Popover
        id={popoverId}
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': `Filter by ${title.toLowerCase()}`,
            sx: { width, p: 1.5, mt: 0.5 },
          },
        }}
      >
        {children}
      </Popover>
    </>
  );
};
