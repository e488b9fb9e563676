export type {
  IngestionService,
  ReportedUsage,
  Reporter,
} from './IngestionService';
