import { useState } from 'react';
import DownloadIcon from '@mui/icons-material/Download';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Snackbar from '@mui/material/Snackbar';
import { useApi } from '@backstage/core-plugin-api';
import type { BreakdownQuery } from '@mcp-portal/plugin-mcp-cost-common';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { saveFile } from './saveFile';

const FORMATS = [
  {
    format: 'csv',
    title: 'CSV',
    about: 'The rows of the breakdown, all of them',
  },
  {
    format: 'focus',
    title: 'FOCUS 1.3',
    about: 'Charges by day, for tools of FinOps',
  },
] as const;

/** Takes what is on screen home: all of its rows, and only what one may see. */
export const ExportMenu = (props: { query: BreakdownQuery }) => {
  const { query } = props;
  const api = useApi(mcpCostApiRef);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const exporting = useAct(async (format: 'csv' | 'focus') => {
    const answer = await api.exportUsage(format, query);
    const name = format === 'csv' ? 'usage' : 'focus';
    saveFile(await answer.blob(), `${name}-${query.from}-to-${query.to}.csv`);
  });
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<DownloadIcon />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        disabled={exporting.running}
        onClick={event => setAnchor(event.currentTarget)}
        sx={{
          textTransform: 'none',
          borderColor: 'divider',
          alignSelf: 'flex-start',
        }}
      >
        {exporting.running ? 'Exporting…' : 'Export'}
      </Button>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
      >
        {FORMATS.map(({ format, title, about }) => (
          <MenuItem
            key={format}
            onClick={() => {
              setAnchor(null);
              exporting.run(format);
            }}
          >
            <ListItemText primary={title} secondary={about} />
          </MenuItem>
        ))}
      </Menu>
      <Snackbar open={Boolean(exporting.error)} onClose={exporting.forget}>
        <Alert severity="error" onClose={exporting.forget}>
          Nothing was exported: {exporting.error?.message}
        </Alert>
      </Snackbar>
    </>
  );
};
