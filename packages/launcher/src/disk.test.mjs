import assert from 'node:assert/strict';
import test from 'node:test';
import { formatSize, requireFreeSpace } from './disk.mjs';

const MIB = 1024 * 1024;

test('too little space is refused before the work starts, in one line with both sizes', async () => {
  const statfs = async () => ({ bavail: 100, bsize: MIB });
  await assert.rejects(
    requireFreeSpace('/', 3 * 1024 * MIB, 'installing', statfs),
    {
      name: 'Failure',
      message:
        /^The disk is too full: installing needs about 3\.0 GiB, \/ has 100 MiB free\.[^\n]*$/,
    },
  );
});

test('enough space, or a Node that cannot tell, is no reason to refuse', async () => {
  await requireFreeSpace('/', MIB, 'installing', async () => ({
    bavail: 100,
    bsize: MIB,
  }));
  await requireFreeSpace('/', MIB, 'installing', null);
});

test('a folder that is not there yet is measured where it will be', async () => {
  let asked;
  await requireFreeSpace('/no/such/folder', 1, 'installing', async path => {
    asked = path;
    return { bavail: 1, bsize: MIB };
  });
  assert.equal(asked, '/');
});

test('sizes are readable', () => {
  assert.deepEqual([500, 5 * MIB, 1.5 * 1024 * MIB].map(formatSize), [
    '1 KiB',
    '5 MiB',
    '1.5 GiB',
  ]);
});
