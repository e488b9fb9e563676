import type { CatalogDirectory } from '../catalog';
import type { UsageReader } from '../rollups';
import type { SampleMark } from './SampleMark';

/** What the reports are made with. */
export interface ReportParts {
  reader: UsageReader;
  directory: CatalogDirectory;
  sampleMark: SampleMark;
}
