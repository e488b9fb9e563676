import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import {
  NO_VALUE,
  type Dimension,
  type DimensionValue,
} from '@mcp-portal/plugin-mcp-cost-common';
import { LINKS_IN_TEXT } from '@mcp-portal/plugin-mcp-react';
import { serverRouteRef } from '../../routes';
import { DIMENSION_WORDS, valueName, type NoneWords } from './dimensionWords';

const ENTITIES: readonly Dimension[] = ['team', 'agent', 'server', 'user'];

const NONE_MEANINGS: Partial<Record<Dimension, string>> = {
  server:
    'Models have no server; tool calls without one could not be tied to a server of the catalog.',
  agent: 'Hosting, and what people used without an agent.',
  model: 'Tools and hosting have no model.',
};

const Secondary = (props: { meaning?: string; children: React.ReactNode }) => (
  <Tooltip title={props.meaning ?? ''} describeChild>
    <Box component="span" sx={{ color: 'text.secondary', ...LINKS_IN_TEXT }}>
      {props.children}
    </Box>
  </Tooltip>
);

/** A value of a dimension, as a link to its page where it has one. */
export const ValueName = (props: {
  dimension: Dimension;
  value: DimensionValue;
  /** Where it leads when it has no page of its own. */
  href?: string;
  /** Where it is more than that there is none. */
  none?: NoneWords;
}) => {
  const { dimension, value, href, none } = props;
  const toServer = useRouteRef(serverRouteRef);
  const name = valueName(dimension, value);
  if (value.value === undefined || value.value === NO_VALUE) {
    const called = none?.name ?? name;
    return (
      <Secondary meaning={none?.meaning ?? NONE_MEANINGS[dimension]}>
        {href ? <Link to={href}>{called}</Link> : called}
      </Secondary>
    );
  }
  if (!ENTITIES.includes(dimension)) {
    return href ? <Link to={href}>{name}</Link> : <>{name}</>;
  }
  if (value.known === false || !value.value.includes(':')) {
    return (
      <Secondary
        meaning={`The catalog has no ${DIMENSION_WORDS[
          dimension
        ].one.toLowerCase()} ${value.value}.`}
      >
        {href ? <Link to={href}>{name}</Link> : name}, not in the catalog
      </Secondary>
    );
  }
  if (dimension === 'server' && toServer) {
    const { namespace, name: server } = parseEntityRef(value.value);
    return (
      <Link to={toServer({ namespace, name: server })}>
        {value.title ?? (
          <EntityDisplayName entityRef={value.value} hideIcon disableTooltip />
        )}
      </Link>
    );
  }
  return (
    <EntityRefLink entityRef={value.value} hideIcon>
      {value.title}
    </EntityRefLink>
  );
};
