import { Link as RouterLink } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { createServerRouteRef } from '../../routes';

/** The way to a server of one's own; nothing where none can be made. */
export const CreateServerButton = (props: {
  variant: 'contained' | 'outlined';
}) => {
  const toCreate = useRouteRef(createServerRouteRef);
  return toCreate ? (
    <Button
      variant={props.variant}
      startIcon={<AddIcon />}
      component={RouterLink}
      to={toCreate()}
      sx={{ flexShrink: 0, whiteSpace: 'nowrap' }}
    >
      Create a server
    </Button>
  ) : null;
};
