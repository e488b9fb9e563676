import { KeyboardEvent, useEffect, useRef, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import Typography from '@mui/material/Typography';
import type { ContractTool } from '@mcp-portal/mcp-contract';
import { counted, shownNumber } from '@mcp-portal/plugin-mcp-react';

/** As many rows as draw at once without being felt. */
const STEP = 100;

/**
 * A list of tools with one stop for the tab key: the arrow keys move the
 * choice, so that hundreds of tools do not stand between search and detail.
 */
export const ToolList = (props: {
  tools: ContractTool[];
  total: number;
  chosen?: string;
  onChoose: (name: string) => void;
}) => {
  const { tools, total, chosen, onChoose } = props;
  const [limit, setLimit] = useState(STEP);
  const list = useRef<HTMLUListElement>(null);
  const chosenIndex = tools.findIndex(tool => tool.name === chosen);
  const shown = tools.slice(0, Math.max(limit, chosenIndex + 1));

  // A deep link may lead to a tool far down.
  useEffect(() => {
    const option = list.current?.querySelector('[aria-selected="true"]');
    const box = list.current;
    if (box && option instanceof HTMLElement) {
      const top = option.offsetTop - box.offsetTop;
      if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 48) {
        box.scrollTop = top - box.clientHeight / 2;
      }
    }
  }, [chosen]);

  const move = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const target = {
      ArrowDown: Math.min(last, chosenIndex + 1),
      ArrowUp: Math.max(0, chosenIndex - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (target !== undefined && shown[target]) {
      event.preventDefault();
      onChoose(shown[target].name);
      const options = list.current?.querySelectorAll('[role="option"]');
      (options?.[target] as HTMLElement | undefined)?.focus();
    }
  };

  return (
    <>
      <Typography
        variant="caption"
        component="p"
        aria-live="polite"
        sx={{ px: 2, m: 0, color: 'text.secondary' }}
      >
        {tools.length === total
          ? counted(total, 'tool')
          : `${shownNumber(tools.length)} of ${counted(total, 'tool')}`}
      </Typography>
      <List
        ref={list}
        dense
        role="listbox"
        aria-label="Tools"
        onKeyDown={move}
        sx={{
          maxHeight: { xs: 240, md: 'calc(100vh - 320px)' },
          minHeight: { md: 320 },
          overflowY: 'auto',
        }}
      >
        {shown.map((tool, index) => (
          <ListItemButton
            key={tool.name}
            component="li"
            role="option"
            aria-selected={tool.name === chosen}
            selected={tool.name === chosen}
            tabIndex={index === Math.max(0, chosenIndex) ? 0 : -1}
            onClick={() => onChoose(tool.name)}
          >
            <Box
              component="span"
              title={tool.name}
              sx={{
                fontFamily: 'monospace',
                lineHeight: 1.75,
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
              }}
            >
              {tool.name}
            </Box>
          </ListItemButton>
        ))}
      </List>
      {shown.length < tools.length && (
        <Button fullWidth onClick={() => setLimit(limit + STEP)}>
          Show {shownNumber(Math.min(STEP, tools.length - shown.length))} more
        </Button>
      )}
    </>
  );
};
