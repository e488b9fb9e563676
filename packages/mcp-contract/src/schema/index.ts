export { describeSchema, type DescribeSchemaOptions } from './describeSchema';
export { exampleFor } from './exampleFor';
export type { SchemaDescription, SchemaRow } from './rows';
