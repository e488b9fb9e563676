import type { ContractIcon } from './contract';
import { type Fields, present } from './fields';

/** The order is kept: a client may take the first that suits it. */
export function readIcons(fields: Fields): ContractIcon[] | undefined {
  const icons = fields.objects('icons')?.map(icon =>
    present({
      src: icon.requiredString('src'),
      mimeType: icon.string('mimeType'),
      sizes: icon.strings('sizes'),
      theme: icon.string('theme'),
    }),
  );
  return icons && icons.length > 0 ? icons : undefined;
}
