// After every change of dependencies: `node scripts/complete-lock.mjs`.
// Adds to package-lock.json the optional packages of other platforms that a package mirror did not list, because `npm ci`
// insists on every optional edge; and takes out what names a host, so that the lock is the same wherever it was made.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = {
  android: 'android',
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  win: 'win32',
  freebsd: 'freebsd',
  sunos: 'sunos',
  openharmony: 'openharmony',
  aix: 'aix',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
};
const processors = {
  arm64: 'arm64',
  x64: 'x64',
  arm: 'arm',
  ia32: 'ia32',
  ppc64: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
  mips64el: 'mips64el',
  wasm32: 'wasm32',
  loongarch64: 'loong64',
  armv7: 'arm',
  ppc64le: 'ppc64',
};

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

/** Node looks for a package in its own folder, then in every folder above. */
function isFound(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** What the name of a platform package says of its platform; nothing when it says none. */
function entryFor(name, range, isDev) {
  const words = name.split('/').pop().split(/[-_.]/);
  const os = words.map((word) => systems[word]).find(Boolean);
  const cpu = words.map((word) => processors[word]).find(Boolean);
  if (!os && cpu !== 'wasm32') return undefined;
  const libc = /musl/.test(name) ? 'musl' : /gnu|glibc/.test(name) && os === 'linux' ? 'glibc' : undefined;
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(isDev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

let added = 0;
for (const [at, one] of Object.entries(packages)) {
  delete one.funding;
  delete one.resolved;
  for (const [name, range] of Object.entries(one.optionalDependencies ?? {})) {
    if (isFound(name, at)) continue;
    const entry = entryFor(name, range, one.dev);
    if (!entry) {
      console.error(`left out, because its name says no platform: ${name} ${range}`);
      continue;
    }
    packages[`node_modules/${name}`] = entry;
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} added`);
