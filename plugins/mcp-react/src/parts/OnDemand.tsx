import { useState, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';

/** Details that are drawn only when somebody asks for them. @public */
export const OnDemand = (props: {
  show: string;
  hide: string;
  children: ReactNode;
}) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? props.hide : props.show}
      </Button>
      {open && <Box sx={{ mt: 1 }}>{props.children}</Box>}
    </>
  );
};
