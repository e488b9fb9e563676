import type { ReactElement, ReactNode } from 'react';
import {
  BreadcrumbEntry,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import Box from '@mui/material/Box';
import { useDocumentTitle } from './useDocumentTitle';

const Header = (props: { title: string; icon: ReactElement; href: string }) => {
  const { items } = useBreadcrumbEntries();
  return (
    <PluginHeader
      title={props.title}
      icon={props.icon}
      titleLink={props.href}
      breadcrumbs={items}
    />
  );
};

/**
 * A page of a plugin of the portal: Backstage's plugin header and the page's content,
 * together in the main landmark, which the app's own layout does not set.
 * @public
 */
export const PortalPage = (props: {
  title: string;
  icon: ReactElement;
  /** Where the title leads. */
  href: string;
  /** The name of what is shown under the page, where it is not the page itself. */
  documentTitle?: string;
  children: ReactNode;
}) => {
  const { title, icon, href, documentTitle, children } = props;
  useDocumentTitle(documentTitle ?? title);
  return (
    <main>
      <Header title={title} icon={icon} href={href} />
      <BreadcrumbEntry entry={{ label: title, href }}>
        <Box sx={{ px: 2.5, pb: 4, maxWidth: 1800, typography: 'body2' }}>
          {children}
        </Box>
      </BreadcrumbEntry>
    </main>
  );
};
