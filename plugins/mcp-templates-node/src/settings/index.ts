export * from './OperatorSettings';
export * from './readTemplateSettings';
export * from './shownSettings';
