import DeleteOutlineIcon from '@mui/icons-material/DeleteOutline';
import EditOutlinedIcon from '@mui/icons-material/EditOutlined';
import VisibilityOutlinedIcon from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Chip from '@mui/material/Chip';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { Highlighted, LevelWord } from '@mcp-portal/plugin-mcp-react';
import type {
  OpenApiOperation,
  OpenApiTool,
} from '@mcp-portal/plugin-mcp-templates-common';
import { isUsable } from './operationRows';

const ToolEffect = (props: { annotations: OpenApiTool['annotations'] }) => {
  const { readOnlyHint, destructiveHint } = props.annotations;
  let word = 'Changes things';
  let Icon = EditOutlinedIcon;
  if (readOnlyHint) {
    word = 'Read-only';
    Icon = VisibilityOutlinedIcon;
  } else if (destructiveHint) {
    word = 'May destroy';
    Icon = DeleteOutlineIcon;
  }
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        typography: 'body2',
        color: 'text.secondary',
      }}
    >
      <Icon fontSize="inherit" aria-hidden />
      {word}
    </Box>
  );
};

/** An operation, the tool that it becomes, and what is left out of it. */
export const OperationRow = (props: {
  operation: OpenApiOperation;
  search: string;
  chosen: boolean;
  disabled: boolean;
  onChange: (chosen: boolean) => void;
}) => {
  const { operation, search, chosen, disabled, onChange } = props;
  const { id, method, path, summary, deprecated, tool, problems } = operation;
  const usable = isUsable(operation);
  return (
    <TableRow hover selected={chosen}>
      <TableCell padding="checkbox" sx={{ verticalAlign: 'top' }}>
        <Checkbox
          size="small"
          checked={chosen}
          disabled={disabled || !usable}
          onChange={event => onChange(event.target.checked)}
          inputProps={{ 'aria-label': id }}
        />
      </TableCell>
      <TableCell sx={{ verticalAlign: 'top', overflowWrap: 'anywhere' }}>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1,
          }}
        >
          <Chip
            size="small"
            variant="outlined"
            label={method.toUpperCase()}
            sx={{ m: 0 }}
          />
          <code>
            <Highlighted text={path} search={search} />
          </code>
          {deprecated && <LevelWord level="attention">Deprecated</LevelWord>}
        </Box>
        {summary && (
          <Box sx={{ typography: 'body2', color: 'text.secondary' }}>
            <Highlighted text={summary} search={search} />
          </Box>
        )}
        {problems.map(problem => (
          <Box key={problem} sx={{ typography: 'body2' }}>
            <LevelWord level={usable ? 'attention' : 'problem'}>
              {problem}
            </LevelWord>
          </Box>
        ))}
      </TableCell>
      <TableCell sx={{ verticalAlign: 'top', overflowWrap: 'anywhere' }}>
        {tool ? (
          <>
            <code>
              <Highlighted text={tool.name} search={search} />
            </code>
            <ToolEffect annotations={tool.annotations} />
          </>
        ) : (
          'No tool can be made of it'
        )}
      </TableCell>
    </TableRow>
  );
};
