import Typography from '@mui/material/Typography';
import type { SchemaRow } from '@mcp-portal/mcp-contract';

/** Everything of a schema's row that is not its name or type. */
export const SchemaRowNotes = ({ row }: { row: SchemaRow }) => {
  const facts = [
    row.deprecated && 'deprecated',
    ...row.constraints,
    row.default !== undefined && `default ${row.default}`,
  ].filter(Boolean);
  return (
    <>
      {(row.description ?? row.title) && (
        <Typography variant="body2" component="div" sx={{ maxWidth: '70ch' }}>
          {row.description ?? row.title}
        </Typography>
      )}
      {row.enum && (
        <Typography variant="body2" component="div">
          {row.enum.length === 1 ? 'always ' : 'one of '}
          {row.enum.map((value, index) => (
            <span key={value}>
              {index > 0 && ', '}
              <code>{value}</code>
            </span>
          ))}
        </Typography>
      )}
      {facts.length > 0 && (
        <Typography
          variant="body2"
          component="div"
          sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {facts.join(' · ')}
        </Typography>
      )}
      {row.cut && (
        <Typography
          variant="body2"
          component="div"
          sx={{ color: 'text.secondary', fontStyle: 'italic' }}
        >
          {cutText(row)}
        </Typography>
      )}
    </>
  );
};

function cutText({ cut, ref }: SchemaRow): string {
  switch (cut) {
    case 'cycle':
      return `Repeats what is above${ref ? ` (${ref})` : ''}.`;
    case 'depth':
      return 'Goes deeper; the raw JSON has it.';
    default:
      return `Refers to ${ref ?? 'something'}, which the schema does not hold.`;
  }
}
