import type { SvgIconComponent } from '@mui/icons-material';
import AddCircleOutlineIcon from '@mui/icons-material/AddCircleOutline';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutline';
import HomeOutlinedIcon from '@mui/icons-material/HomeOutlined';
import PublicIcon from '@mui/icons-material/Public';
import ReplayIcon from '@mui/icons-material/Replay';
import VisibilityOutlinedIcon from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import {
  effectiveAnnotations,
  type ContractTool,
} from '@mcp-portal/mcp-contract';

interface Hint {
  word: string;
  meaning: string;
  Icon: SvgIconComponent;
  risky?: boolean;
}

/** The tool's annotations, completed with MCP's defaults, as words. */
export const ToolHints = ({ tool }: { tool: ContractTool }) => (
  <Box>
    <Box
      component="ul"
      aria-label="What the tool does, by its own account"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        p: 0,
        m: 0,
        listStyle: 'none',
      }}
    >
      {hintsOf(tool).map(({ word, meaning, Icon, risky }) => (
        <li key={word}>
          <Chip
            size="small"
            variant="outlined"
            icon={<Icon aria-hidden />}
            color={risky ? 'warning' : 'default'}
            label={
              <Box component="span" sx={{ color: 'text.primary' }}>
                {word}
              </Box>
            }
            title={meaning}
            sx={{ m: 0 }}
          />
        </li>
      ))}
    </Box>
    <Typography
      variant="caption"
      component="p"
      sx={{ color: 'text.secondary', m: 0, mt: 0.5 }}
    >
      The server says so, or MCP&apos;s defaults where it is silent. Nobody has
      verified it.
    </Typography>
  </Box>
);

function hintsOf(tool: ContractTool): Hint[] {
  const { readOnlyHint, destructiveHint, idempotentHint, openWorldHint } =
    effectiveAnnotations(tool);
  const hints: Hint[] = [];
  if (readOnlyHint) {
    hints.push({
      word: 'Read-only',
      meaning: 'It changes nothing.',
      Icon: VisibilityOutlinedIcon,
    });
  } else {
    hints.push(
      destructiveHint
        ? {
            word: 'May destroy',
            meaning: 'It may overwrite or delete what is there.',
            Icon: DeleteOutlineIcon,
            risky: true,
          }
        : {
            word: 'Only adds',
            meaning: 'It changes things, but only by adding to them.',
            Icon: AddCircleOutlineIcon,
          },
    );
    if (idempotentHint) {
      hints.push({
        word: 'Safe to repeat',
        meaning: 'The same call again has no further effect.',
        Icon: ReplayIcon,
      });
    }
  }
  hints.push(
    openWorldHint
      ? {
          word: 'Open world',
          meaning: 'It reaches systems outside the server’s own domain.',
          Icon: PublicIcon,
        }
      : {
          word: 'Closed world',
          meaning: 'It stays within the server’s own domain.',
          Icon: HomeOutlinedIcon,
        },
  );
  return hints;
}
