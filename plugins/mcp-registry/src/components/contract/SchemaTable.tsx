import { useMemo } from 'react';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { describeSchema, type JsonSchema } from '@mcp-portal/mcp-contract';
import { SchemaRowNotes } from './SchemaRowNotes';

/** A JSON Schema as a table that people can read, nested by indentation. */
export const SchemaTable = (props: {
  schema: JsonSchema;
  label: string;
  empty: string;
}) => {
  const { schema, label, empty } = props;
  const { root, rows, truncated } = useMemo(
    () => describeSchema(schema),
    [schema],
  );
  return (
    <>
      {(root.description || root.constraints.length > 0 || root.cut) && (
        <Box sx={{ mb: 1 }}>
          <SchemaRowNotes row={root} />
        </Box>
      )}
      {rows.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {empty}
          {root.type !== 'object' && ` Type: ${root.type}.`}
        </Typography>
      ) : (
        <TableContainer tabIndex={0} role="region" aria-label={label}>
          <Table
            size="small"
            sx={{ '& td': { verticalAlign: 'top', wordBreak: 'normal' } }}
          >
            <TableHead>
              <TableRow>
                <TableCell>Name</TableCell>
                <TableCell>Type</TableCell>
                <TableCell>Meaning</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(row => (
                <TableRow key={row.path}>
                  <TableCell sx={{ minWidth: 160 }}>
                    <Box
                      title={row.path}
                      sx={{ pl: row.depth * 2, overflowWrap: 'anywhere' }}
                    >
                      <Box
                        component="span"
                        sx={{
                          fontFamily: 'monospace',
                          textDecoration: row.deprecated
                            ? 'line-through'
                            : undefined,
                        }}
                      >
                        {row.name}
                      </Box>
                      {row.required && (
                        <Typography
                          variant="caption"
                          component="span"
                          sx={{
                            ml: 1,
                            fontWeight: 'fontWeightBold',
                            whiteSpace: 'nowrap',
                          }}
                        >
                          required
                        </Typography>
                      )}
                    </Box>
                  </TableCell>
                  <TableCell sx={{ fontFamily: 'monospace', minWidth: 96 }}>
                    {row.type}
                  </TableCell>
                  <TableCell>
                    <SchemaRowNotes row={row} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {truncated && (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          There is more; the raw JSON has all of it.
        </Typography>
      )}
    </>
  );
};
