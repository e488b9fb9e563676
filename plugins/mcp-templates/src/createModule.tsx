import {
  createFrontendModule,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { createdOutputs } from './outputs/extension';

/** What is added to upstream's Create page: where one starts, and the last page. */
export const createModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    SubPageBlueprint.make({
      name: 'start',
      params: {
        path: 'start',
        title: 'Start',
        loader: () => import('./start').then(m => <m.StartPage />),
      },
    }),
    createdOutputs,
  ],
});
