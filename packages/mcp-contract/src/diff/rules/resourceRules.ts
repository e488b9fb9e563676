import type { ChangeRule } from '../rule';

/** What changes of a resource or, alike, of a resource template mean. */
function rulesFor(prefix: string, label: string): ChangeRule[] {
  const name = label.charAt(0).toUpperCase() + label.slice(1);
  return [
    {
      id: `${prefix}-removed`,
      class: 'breaking',
      title: `${name} removed or moved`,
      why: 'Whoever reads it by its address gets an error.',
    },
    {
      id: `${prefix}-added`,
      class: 'additive',
      title: `${name} added`,
      why: 'Nobody has to read it.',
    },
    {
      id: `${prefix}-name-changed`,
      class: 'cosmetic',
      title: `${name}'s name changed`,
      why: 'Its address names it; the name is for people.',
    },
    {
      id: `${prefix}-title-changed`,
      class: 'cosmetic',
      title: `${name}'s title changed`,
      why: 'People see it; no request depends on it.',
    },
    {
      id: `${prefix}-description-changed`,
      class: 'behavioural',
      title: `${name}'s description changed`,
      why: 'People and models choose by it.',
    },
    {
      id: `${prefix}-mime-type-declared`,
      class: 'additive',
      title: `${name}'s MIME type declared`,
      why: 'What is returned becomes a promise; nobody relied on one before.',
    },
    {
      id: `${prefix}-mime-type-changed`,
      class: 'breaking',
      title: `${name}'s MIME type changed`,
      why: 'Whoever parses the content as it was declared may fail.',
    },
    {
      id: `${prefix}-mime-type-removed`,
      class: 'breaking',
      title: `${name}'s MIME type no longer declared`,
      why: 'Whoever chose by it how to parse the content has no promise left.',
    },
    {
      id: `${prefix}-annotations-changed`,
      class: 'behavioural',
      title: `${name}'s audience or priority changed`,
      why: 'A client may put it before a model, or no longer do so.',
    },
    {
      id: `${prefix}-icons-changed`,
      class: 'cosmetic',
      title: `${name}'s icons changed`,
      why: 'People see them; no request depends on them.',
    },
  ];
}

/** What changes of resources and of resource templates mean. */
export const RESOURCE_RULES: readonly ChangeRule[] = [
  ...rulesFor('resource', 'resource'),
  ...rulesFor('resource-template', 'resource template'),
];
