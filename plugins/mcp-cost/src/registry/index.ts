export { registryExtensions } from './extensions';
