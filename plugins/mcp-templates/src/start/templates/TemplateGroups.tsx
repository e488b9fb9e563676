import { Link } from '@backstage/core-components';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import {
  counted,
  EmptyNote,
  LINKS_IN_TEXT,
  LoadProblem,
} from '@mcp-portal/plugin-mcp-react';
import { usePageLinks } from '../../usePageLinks';
import { TemplateCard } from './TemplateCard';
import { groupTemplates, type TemplateGroup } from './templateGroups';
import { useTemplates } from './useTemplates';

const CARD_WIDTH = 280;

const CARDS = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${CARD_WIDTH}px), 1fr))`,
} as const;

const Waiting = () => (
  <Box
    role="status"
    aria-busy="true"
    aria-label="Loading the templates"
    sx={CARDS}
  >
    {['a', 'b', 'c', 'd'].map(key => (
      <Skeleton key={key} variant="rounded" height={210} />
    ))}
  </Box>
);

/** As wide as its cards, so that small groups stand beside each other. */
const GroupPart = (props: { group: TemplateGroup; templates: Entity[] }) => {
  const { group, templates } = props;
  const titleId = `templates-${group.id}`;
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{
        minWidth: 0,
        flex: `1 1 ${Math.min(templates.length, 2) * CARD_WIDTH}px`,
      }}
    >
      <Typography
        id={titleId}
        component="h3"
        variant="subtitle1"
        sx={{ m: 0, fontWeight: 'fontWeightBold' }}
      >
        {group.title}
      </Typography>
      <Typography
        variant="body2"
        component="p"
        sx={{ m: 0, mb: 1, color: 'text.secondary' }}
      >
        {group.hint}
      </Typography>
      <Box sx={CARDS}>
        {templates.map(template => (
          <TemplateCard
            key={stringifyEntityRef(template)}
            template={template}
          />
        ))}
      </Box>
    </Box>
  );
};

/** What one can make, by what one wants to do. */
export const TemplateGroups = () => {
  const { value, error, loading, reload } = useTemplates();
  const links = usePageLinks();
  return (
    <>
      {error && (
        <LoadProblem
          what="The templates"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Waiting />}
      {value?.templates.length === 0 && (
        <EmptyNote title="No template yet">
          What one can make from a form appears here. Somebody of your platform
          team has to add templates to the catalog, or let you see them.
        </EmptyNote>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 3 }}>
        {groupTemplates(value?.templates ?? []).map(part => (
          <GroupPart key={part.group.id} {...part} />
        ))}
      </Box>
      {value && value.more > 0 && (
        <Typography
          variant="body2"
          component="p"
          sx={{ m: 0, mt: 2, ...LINKS_IN_TEXT }}
        >
          And {counted(value.more, 'template')} more:{' '}
          <Link to={links.templates()}>all templates</Link>.
        </Typography>
      )}
    </>
  );
};
