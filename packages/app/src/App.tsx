import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';
import { storageModule } from './modules/storage';

// Plugins are not listed here: `app.packages: all` mounts every plugin that is
// a dependency of this package.
export default createApp({
  features: [navModule, signInModule, storageModule],
});
