export { scaffolderModuleMcp as default } from './module';
