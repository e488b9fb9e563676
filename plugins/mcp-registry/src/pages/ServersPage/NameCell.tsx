import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ServerSummary } from '@mcp-portal/plugin-mcp-registry-common';
import { Highlighted, SampleMark } from '@mcp-portal/plugin-mcp-react';

/** The server's name and purpose, and the tools by which a search found it. */
export const NameCell = (props: {
  server: ServerSummary;
  href: string;
  search?: string;
  toolHref: (tool: string) => string;
}) => {
  const { server, href, search, toolHref } = props;
  const name = server.title ?? server.name;
  return (
    <Box sx={{ minWidth: 0, lineHeight: 1.4, py: 0.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
        <Typography
          variant="body2"
          component="span"
          noWrap
          title={name}
          sx={{ fontWeight: 'fontWeightBold' }}
        >
          <Link to={href} color="inherit">
            <Highlighted text={name} search={search} />
          </Link>
        </Typography>
        {server.sample && <SampleMark short />}
      </Box>
      <Typography
        variant="body2"
        component="div"
        noWrap
        title={server.purpose}
        sx={{ color: 'text.secondary' }}
      >
        {server.purpose ? (
          <Highlighted text={server.purpose} search={search} />
        ) : (
          'No description'
        )}
      </Typography>
      {server.matchedTools && server.matchedTools.length > 0 && (
        <Typography
          variant="caption"
          component="div"
          noWrap
          sx={{ color: 'text.secondary' }}
        >
          Tools:{' '}
          {server.matchedTools.map((tool, index) => (
            <span key={tool}>
              {index > 0 && ', '}
              <Link to={toolHref(tool)}>
                <Highlighted text={tool} search={search} />
              </Link>
            </span>
          ))}
        </Typography>
      )}
    </Box>
  );
};
