import type { Entity } from '@backstage/catalog-model';

/** What somebody may want to do, and the templates that do it. */
export interface TemplateGroup {
  id: string;
  title: string;
  /** What one has in the end. */
  hint: string;
  /** `spec.type` of its templates; what nobody names belongs to the rest. */
  types: readonly string[];
}

export const TEMPLATE_GROUPS: readonly TemplateGroup[] = [
  {
    id: 'make-server',
    title: 'Make a server',
    hint: 'Nothing that exists fits: give agents a tool of your own.',
    types: ['mcp-server'],
  },
  {
    id: 'register-server',
    title: 'Register a server that runs already',
    hint: 'Others find it, and see what it offers and who owns it.',
    types: ['mcp-server-registration'],
  },
  {
    id: 'make-agent',
    title: 'Make an agent that uses servers',
    hint: 'Its servers are declared, and its use of them is seen.',
    types: ['ai-agent'],
  },
];

export const OTHER_TEMPLATES: TemplateGroup = {
  id: 'other',
  title: 'Other templates',
  hint: 'What else your organisation makes from a form.',
  types: [],
};

export const GROUPED_TYPES = TEMPLATE_GROUPS.flatMap(group => group.types);

/** What a template says of the kind of thing that it makes. */
export function templateType(template: Entity): string {
  const type = template.spec?.type;
  return typeof type === 'string' ? type.toLocaleLowerCase('en-US') : '';
}

/** Whether one of the groups above takes it. */
export function isGrouped(template: Entity): boolean {
  return GROUPED_TYPES.includes(templateType(template));
}

/** The groups that have templates, in their order. */
export function groupTemplates(
  templates: readonly Entity[],
): { group: TemplateGroup; templates: Entity[] }[] {
  const others = templates.filter(template => !isGrouped(template));
  return [
    ...TEMPLATE_GROUPS.map(group => ({
      group,
      templates: templates.filter(template =>
        group.types.includes(templateType(template)),
      ),
    })),
    { group: OTHER_TEMPLATES, templates: others },
  ].filter(part => part.templates.length > 0);
}
