import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { execFile } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const execFileAsync = promisify(execFile);

/**
 * Unpacks the Chromium of the npm package `@sparticuz/chromium` into `.tools`, with its libraries and with fonts, so
 * that pages look the same on every machine. There is one for Linux on x64 only; elsewhere this returns undefined.
 */
export async function unpackChromium({
  root,
  platform = process.platform,
  arch = process.arch,
}) {
  if (platform !== 'linux' || arch !== 'x64') {
    return undefined;
  }
  const fromTest = createRequire(join(root, 'test', 'package.json'));
  const source = join(
    dirname(dirname(fromTest.resolve('@sparticuz/chromium'))),
    'bin',
  );
  const { version } = JSON.parse(
    await fs.readFile(join(dirname(source), 'package.json'), 'utf8'),
  );
  const home = join(root, '.tools', `chromium-${version}`);

  if (!existsSync(home)) {
    const partial = `${home}.partial-${process.pid}`;
    await fs.rm(partial, { recursive: true, force: true });
    await fs.mkdir(partial, { recursive: true });
    await decompress(join(source, 'chromium.br'), join(partial, 'chromium'));
    await fs.chmod(join(partial, 'chromium'), 0o755);
    for (const name of ['al2023', 'fonts']) {
      await decompress(
        join(source, `${name}.tar.br`),
        join(partial, `${name}.tar`),
      );
      await execFileAsync('tar', ['--no-same-owner', '-xf', `${name}.tar`], {
        cwd: partial,
      });
      await fs.rm(join(partial, `${name}.tar`));
    }
    await copyDejaVu(fromTest, join(partial, 'fonts', 'DejaVu'));
    await fs.rename(partial, home);
  }
  // Written each time: it holds the folder's own path, and a checkout can be moved.
  const fontConfig = join(home, 'fonts.conf');
  await fs.writeFile(fontConfig, fontConfiguration(home));
  return {
    executablePath: join(home, 'chromium'),
    environment: {
      FONTCONFIG_FILE: fontConfig,
      LD_LIBRARY_PATH: join(home, 'lib'),
    },
  };
}

async function decompress(from, to) {
  await pipeline(
    createReadStream(from),
    createBrotliDecompress(),
    createWriteStream(to),
  );
}

/** The package has a sans-serif font only; code, arrows and ticks need another. */
async function copyDejaVu(fromTest, folder) {
  const ttf = join(
    dirname(fromTest.resolve('dejavu-fonts-ttf/package.json')),
    'ttf',
  );
  await fs.mkdir(folder, { recursive: true });
  for (const name of [
    'DejaVuSans.ttf',
    'DejaVuSans-Bold.ttf',
    'DejaVuSansMono.ttf',
    'DejaVuSansMono-Bold.ttf',
  ]) {
    await fs.copyFile(join(ttf, name), join(folder, name));
  }
}

function fontConfiguration(home) {
  const prefer = (family, ...fonts) =>
    `  <alias binding="same"><family>${family}</family><prefer>${fonts
      .map(font => `<family>${font}</family>`)
      .join('')}</prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
${prefer('sans-serif', 'Open Sans', 'DejaVu Sans')}
${prefer('serif', 'Open Sans', 'DejaVu Sans')}
${prefer('Helvetica', 'Open Sans', 'DejaVu Sans')}
${prefer('Arial', 'Open Sans', 'DejaVu Sans')}
${prefer('monospace', 'DejaVu Sans Mono')}
${prefer('Courier New', 'DejaVu Sans Mono')}
</fontconfig>
`;
}
