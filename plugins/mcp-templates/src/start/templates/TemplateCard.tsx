import { useId } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import InventoryIcon from '@mui/icons-material/Inventory2Outlined';
import ScheduleIcon from '@mui/icons-material/Schedule';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { SvgIconComponent } from '@mui/icons-material';
import { usePageLinks } from '../../usePageLinks';
import { templateFacts } from './templateFacts';

const TemplateFact = (props: { icon: SvgIconComponent; text: string }) => (
  <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'flex-start' }}>
    <props.icon
      fontSize="small"
      aria-hidden
      sx={{ color: 'text.secondary', flexShrink: 0 }}
    />
    <span>{props.text}</span>
  </Box>
);

/** What a template makes, how long that takes, and the way to its form. */
export const TemplateCard = ({ template }: { template: Entity }) => {
  const titleId = useId();
  const links = usePageLinks();
  const { name, namespace = 'default', title, description } = template.metadata;
  const facts = namespace === 'default' ? templateFacts(name) : undefined;
  const owners = getEntityRelations(template, RELATION_OWNED_BY);
  return (
    <Paper
      variant="outlined"
      component="article"
      aria-labelledby={titleId}
      sx={{
        p: 2,
        minWidth: 0,
        display: 'flex',
        flexDirection: 'column',
        gap: 1,
        typography: 'body2',
        overflowWrap: 'anywhere',
      }}
    >
      <Typography
        id={titleId}
        component="h4"
        variant="subtitle1"
        sx={{ m: 0, fontWeight: 'fontWeightBold' }}
      >
        {title ?? name}
      </Typography>
      <Box
        sx={{
          display: '-webkit-box',
          WebkitLineClamp: 4,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
      >
        {description ?? 'Nobody has described it.'}
      </Box>
      {facts && (
        <>
          <TemplateFact icon={InventoryIcon} text={facts.gives} />
          <TemplateFact icon={ScheduleIcon} text={facts.takes} />
        </>
      )}
      <Box
        sx={{
          mt: 'auto',
          pt: 1,
          display: 'flex',
          gap: 2,
          justifyContent: 'space-between',
          alignItems: 'center',
        }}
      >
        <Box sx={{ color: 'text.secondary', minWidth: 0 }}>
          {owners.length > 0 ? (
            <>
              By <EntityRefLinks entityRefs={owners} hideIcons />
            </>
          ) : (
            'Without an owner'
          )}
        </Box>
        <Button
          variant="contained"
          component={RouterLink}
          to={links.template(namespace, name)}
          aria-label={`Start: ${title ?? name}`}
          sx={{ flexShrink: 0 }}
        >
          Start
        </Button>
      </Box>
    </Paper>
  );
};
