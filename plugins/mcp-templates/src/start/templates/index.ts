export { TemplateGroups } from './TemplateGroups';
