import { useDeferredValue, useMemo, useState } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TablePagination from '@mui/material/TablePagination';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import { LevelWord } from '@mcp-portal/plugin-mcp-react';
import type {
  OpenApiOperation,
  OpenApiReading,
} from '@mcp-portal/plugin-mcp-templates-common';
import { OperationRow } from './OperationRow';
import { chooseOperations, searchOperations } from './operationRows';

const ROWS_PER_PAGE = 25;

/** From here on, agents choose worse among them. */
const MANY_TOOLS = 40;

const ChosenCount = (props: {
  chosen: number;
  of: OpenApiReading;
  max: number;
}) => {
  const { chosen, of, max } = props;
  const text = `${chosen} of ${of.operations.length} chosen.`;
  if (chosen > max) {
    return (
      <LevelWord level="problem">
        {text} A server starts with at most {max} tools; choose fewer.
      </LevelWord>
    );
  }
  return chosen > MANY_TOOLS ? (
    <LevelWord level="attention">
      {text} Agents choose better among fewer tools; take only what they need.
    </LevelWord>
  ) : (
    <>{text}</>
  );
};

/** The operations of a document, to choose those that become tools. */
export const OperationTable = (props: {
  id: string;
  reading: OpenApiReading;
  chosen: string[];
  max: number;
  disabled: boolean;
  describedBy?: string;
  onChange: (chosen: string[]) => void;
}) => {
  const { id, reading, chosen, max, disabled, onChange } = props;
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const searched = useDeferredValue(search);
  const found = useMemo(
    () => searchOperations(reading.operations, searched),
    [reading, searched],
  );
  const isChosen = useMemo(() => new Set(chosen), [chosen]);
  const pages = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE));
  const shownPage = Math.min(page, pages - 1);
  const shown = found.slice(
    shownPage * ROWS_PER_PAGE,
    (shownPage + 1) * ROWS_PER_PAGE,
  );
  const put = (
    operations: OpenApiOperation[],
    choose: (operation: OpenApiOperation) => boolean,
  ) => onChange(chooseOperations({ reading, chosen, put: operations, choose }));

  return (
    <Box
      role="group"
      aria-label="Operations that become tools"
      aria-describedby={props.describedBy}
    >
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      >
        <TextField
          id={`${id}-search`}
          type="search"
          size="small"
          label="Search operations"
          value={search}
          onChange={event => {
            setSearch(event.target.value);
            setPage(0);
          }}
          onKeyDown={event => {
            if (event.key === 'Enter') {
              // It would send the whole form.
              event.preventDefault();
            }
          }}
          sx={{ flexGrow: 1, minWidth: 200 }}
        />
        <Button disabled={disabled} onClick={() => put(found, () => true)}>
          {searched ? 'All found' : 'All'}
        </Button>
        <Button disabled={disabled} onClick={() => put(found, () => false)}>
          {searched ? 'None found' : 'None'}
        </Button>
        <Button
          disabled={disabled}
          onClick={() =>
            put(found, ({ tool }) => tool?.annotations.readOnlyHint === true)
          }
        >
          Only read-only
        </Button>
      </Box>
      <Box
        role="status"
        aria-live="polite"
        sx={{ my: 1, typography: 'body2', minHeight: 24 }}
      >
        <ChosenCount chosen={chosen.length} of={reading} max={max} />
      </Box>
      <TableContainer>
        <Table size="small" aria-label="Operations">
          <TableHead>
            <TableRow>
              <TableCell padding="checkbox">
                <VisuallyHidden>Use</VisuallyHidden>
              </TableCell>
              <TableCell>Operation</TableCell>
              <TableCell sx={{ width: '38%' }}>Tool</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(operation => (
              <OperationRow
                key={operation.id}
                operation={operation}
                search={searched}
                chosen={isChosen.has(operation.id)}
                disabled={disabled}
                onChange={choose => put([operation], () => choose)}
              />
            ))}
            {shown.length === 0 && (
              <TableRow>
                <TableCell colSpan={3}>
                  {searched
                    ? `No operation has “${searched}”.`
                    : 'The document has no operations.'}
                </TableCell>
              </TableRow>
            )}
          </TableBody>
        </Table>
      </TableContainer>
      {pages > 1 && (
        <TablePagination
          component="div"
          count={found.length}
          page={shownPage}
          rowsPerPage={ROWS_PER_PAGE}
          rowsPerPageOptions={[ROWS_PER_PAGE]}
          onPageChange={(_event, next) => setPage(next)}
        />
      )}
    </Box>
  );
};
