import { useEffect } from 'react';
import { configApiRef, useApi } from '@backstage/core-plugin-api';

/** Names the browser's tab after what the page shows. @public */
export function useDocumentTitle(title: string) {
  const config = useApi(configApiRef);
  const appTitle = config.getOptionalString('app.title') ?? 'Backstage';
  useEffect(() => {
    const before = document.title;
    document.title = `${title} | ${appTitle}`;
    return () => {
      document.title = before;
    };
  }, [title, appTitle]);
}
