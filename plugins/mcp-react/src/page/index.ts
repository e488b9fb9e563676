export { EmptyNote } from './EmptyNote';
export { Fact, Facts } from './Fact';
export { PortalPage } from './PortalPage';
export { Section } from './Section';
export { useDocumentTitle } from './useDocumentTitle';
