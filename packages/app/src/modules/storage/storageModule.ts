import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { storageApi } from './storageApi';

export const storageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [storageApi],
});
