import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';

/** The tools that an agent says it calls; those that do not exist struck out. */
export const UsedTools = (props: {
  tools?: string[];
  missing: string[];
  toolHref: (tool: string) => string;
}) => {
  const { tools, missing, toolHref } = props;
  if (!tools) {
    return <>It does not say which</>;
  }
  return (
    <Box
      component="span"
      sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
    >
      {tools.map((tool, index) => (
        <span key={tool}>
          {index > 0 && ', '}
          {missing.includes(tool) ? (
            <del>{tool}</del>
          ) : (
            <Link to={toolHref(tool)}>{tool}</Link>
          )}
        </span>
      ))}
    </Box>
  );
};
