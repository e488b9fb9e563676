/**
 * The portal's permission policy: who may see and do what.
 *
 * @packageDocumentation
 */
export { permissionModuleMcp as default } from './module';
export { McpPortalPolicy } from './policy/McpPortalPolicy';
