export { createServerRegisterAction } from './createServerRegisterAction';
