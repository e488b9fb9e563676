import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { OpenApiReading } from '@mcp-portal/plugin-mcp-templates-common';

/** What a document says of itself, and what is wrong with it. */
export const DocumentFacts = ({ reading }: { reading: OpenApiReading }) => {
  const { title, version, format, baseUrls, operations, problems } = reading;
  return (
    <Box>
      <Typography variant="subtitle1" component="h3" sx={{ m: 0 }}>
        {title} {version}
      </Typography>
      <Typography
        variant="body2"
        component="p"
        sx={{ m: 0, color: 'text.secondary', overflowWrap: 'anywhere' }}
      >
        {[
          // The second version was the last by that name.
          format.startsWith('2') ? `Swagger ${format}` : `OpenAPI ${format}`,
          operations.length === 1
            ? '1 operation'
            : `${operations.length} operations`,
          ...baseUrls.slice(0, 3),
        ].join(' · ')}
      </Typography>
      {problems.length > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          <Box component="ul" sx={{ m: 0, pl: 2 }}>
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </Box>
        </Alert>
      )}
    </Box>
  );
};
