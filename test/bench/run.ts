import { benchContractDiff } from './contractDiff';
import { benchCostQueries } from './costQueries';
import { benchIntrospection } from './introspection';
import { benchListAndSearch } from './listAndSearch';
import { benchUsageIngestion } from './usageIngestion';

const BENCHES: Record<string, () => Promise<void>> = {
  'contract-diff': benchContractDiff,
  introspection: benchIntrospection,
  'list-and-search': benchListAndSearch,
  'cost-queries': benchCostQueries,
  'usage-ingestion': benchUsageIngestion,
};

async function main(names: string[]): Promise<void> {
  const unknown = names.find(name => !(name in BENCHES));
  if (unknown) {
    throw new Error(
      `There is no benchmark '${unknown}'. Choose of: ${Object.keys(
        BENCHES,
      ).join(', ')}.`,
    );
  }
  for (const name of names.length ? names : Object.keys(BENCHES)) {
    await BENCHES[name]();
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(1);
  },
);
