import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { LevelWord } from '@mcp-portal/plugin-mcp-react';
import type { SimilarServer } from '@mcp-portal/plugin-mcp-registry-common';
import { Announcement } from '../parts';
import { SimilarEntry } from './SimilarEntry';

/** What exists already that comes close to what is being typed. */
export const SimilarServers = (props: {
  id: string;
  title: string;
  /** Said when nothing comes close. */
  none: string;
  similar?: SimilarServer[];
  loading: boolean;
  error?: Error;
  onRetry: () => void;
}) => {
  const { id, title, none, similar, loading, error, onRetry } = props;
  return (
    <Box
      component="section"
      aria-labelledby={id}
      aria-busy={loading}
      sx={{
        mt: 1,
        px: 2,
        py: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <Typography id={id} variant="subtitle1" component="h3" sx={{ m: 0 }}>
        {title}
      </Typography>
      {/* Its place is always there, so that nothing below it jumps. */}
      <Box sx={{ height: 4, my: 0.5 }}>
        {loading && <LinearProgress aria-label="Looking for what exists" />}
      </Box>
      {error && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={onRetry}>
              Try again
            </Button>
          }
        >
          Could not look: {error.message} You can go on.
        </Alert>
      )}
      {similar?.length === 0 && !error && (
        <Box sx={{ typography: 'body2' }}>
          <LevelWord level="good">{none}</LevelWord>
        </Box>
      )}
      {similar && similar.length > 0 && (
        <Box
          component="ul"
          aria-label={title}
          sx={{ listStyle: 'none', m: 0, p: 0 }}
        >
          {similar.map(one => (
            <SimilarEntry key={one.server.ref} similar={one} />
          ))}
        </Box>
      )}
      <Announcement>
        {announced({ none, similar, loading, error })}
      </Announcement>
    </Box>
  );
};

function announced(state: {
  none: string;
  similar?: SimilarServer[];
  loading: boolean;
  error?: Error;
}): string {
  const { none, similar, loading, error } = state;
  if (loading || error || !similar) {
    return '';
  }
  if (similar.length === 0) {
    return none;
  }
  const close = similar.filter(({ level }) => level === 'very-close').length;
  const all =
    similar.length === 1 ? '1 server comes' : `${similar.length} servers come`;
  return close > 0
    ? `${all} close, ${close} of them very close.`
    : `${all} close.`;
}
