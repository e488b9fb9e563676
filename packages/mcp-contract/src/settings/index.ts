export { SettingError } from './SettingError';
