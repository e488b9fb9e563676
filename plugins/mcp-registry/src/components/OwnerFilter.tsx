import { FacetMenu, ownerName } from '@mcp-portal/plugin-mcp-react';
import { useServerFacets } from '../api';

const ALL_SERVERS = {};

/** A filter by the owners of servers, where the list itself does not count them. */
export const OwnerFilter = (props: {
  selected: string[];
  onChange: (owners: string[]) => void;
}) => {
  const facets = useServerFacets(ALL_SERVERS);
  return (
    <FacetMenu
      title="Owner"
      withoutCounts
      values={facets.value?.owner}
      selected={props.selected}
      nameOf={({ value, label }) =>
        ownerName({ ref: value, exists: true, title: label })
      }
      onChange={props.onChange}
    />
  );
};
