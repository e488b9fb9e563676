import { KubernetesValidatorFunctions } from '@backstage/catalog-model';

import { assignEntityNames } from './assignEntityNames';

const longName = `io.github.an-owner/${'a-very-long-server-name.'.repeat(5)}x`;

function nameOf(registryName: string): string {
  return assignEntityNames([registryName]).get(registryName)!;
}

describe('assignEntityNames', () => {
  it('keeps the name readable', () => {
    expect(nameOf('io.github.Owner/weather-server')).toBe(
      'io.github.Owner_weather-server',
    );
  });

  it('never gives two servers the same name', () => {
    const registryNames = [
      'a.b/c',
      'a/b.c',
      'a-b/c',
      'a/b-c',
      'a/b_c',
      longName,
      `${longName}y`,
      'owner/Weather',
      'owner/weather',
      'Owner/weather',
    ];
    const names = [...assignEntityNames(registryNames).values()];
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(
      registryNames.length,
    );
    for (const name of names) {
      expect(KubernetesValidatorFunctions.isValidObjectName(name)).toBe(true);
    }
  });

  it('gives a name that does not depend on the other servers or their order', () => {
    const others = ['a/b', 'owner/Weather', longName];
    const names = assignEntityNames([...others, 'io.example/one']);
    const reversed = assignEntityNames(['io.example/one', ...others].reverse());
    expect(reversed.get('io.example/one')).toBe(names.get('io.example/one'));
    expect(reversed.get(longName)).toBe(nameOf(longName));
  });

  it('never hands the name of one server over to another that differs in case', () => {
    const before = nameOf('owner/weather');
    const after = assignEntityNames(['owner/Weather', 'owner/weather']);
    expect([...after.values()]).not.toContain(before);
    expect(after.get('owner/Weather')).not.toBe(after.get('owner/weather'));
  });
});
