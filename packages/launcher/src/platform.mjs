import { Failure } from './failure.mjs';

const SUPPORTED = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** The machine as npm names it: platform, architecture, and the C library on Linux. */
export function currentPlatform() {
  return {
    platform: process.platform,
    arch: process.arch,
    libc: process.platform === 'linux' ? detectLibc() : undefined,
  };
}

/** Why the portal can't run on a platform, as one line; undefined when it can. */
export function platformRefusal({ platform, arch, libc }) {
  const name = `${platform}-${arch}`;
  if (!SUPPORTED.includes(name)) {
    return `The portal doesn't run on ${name}. It runs on ${SUPPORTED.join(
      ', ',
    )}; on Windows, use WSL 2.`;
  }
  if (libc === 'musl') {
    return `The portal doesn't run on Linux with musl (such as Alpine): it needs a Linux with glibc, such as Debian, Ubuntu or Fedora.`;
  }
  return undefined;
}

export function requireSupportedPlatform(platform = currentPlatform()) {
  const refusal = platformRefusal(platform);
  if (refusal) {
    throw new Failure(refusal);
  }
}

/** Node's own report names the glibc version it runs on, and nothing on musl. */
function detectLibc() {
  const header = process.report?.getReport?.()?.header;
  return header && !header.glibcVersionRuntime ? 'musl' : 'glibc';
}
