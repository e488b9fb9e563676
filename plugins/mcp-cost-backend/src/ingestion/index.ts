export { createIngestion } from './createIngestion';
export type {
  IngestionService,
  ReportedUsage,
  Reporter,
} from './IngestionService';
