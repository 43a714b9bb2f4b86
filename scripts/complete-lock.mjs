// Adds to package-lock.json the optional platform packages that a package mirror did not list,
// so that `npm ci` (which insists on every optional edge) accepts the lock on any machine.
import fs from 'node:fs';

const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
const P = lock.packages;
let n = 0;
const OS = {
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
const CPU = {
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
  universal: undefined,
};
for (const [at, p] of Object.entries(P))
  for (const [name, range] of Object.entries(p.optionalDependencies ?? {})) {
    let where = at,
      hit = false;
    for (;;) {
      if (P[(where ? where + '/' : '') + 'node_modules/' + name]) {
        hit = true;
        break;
      }
      if (!where) break;
      where = where.includes('/node_modules/') ? where.slice(0, where.lastIndexOf('/node_modules/')) : '';
    }
    if (hit) continue;
    const words = name.split('/').pop().split(/[-_.]/);
    const os = words.map((w) => OS[w]).find(Boolean),
      cpu = words.map((w) => CPU[w]).find(Boolean);
    const libc = /musl/.test(name) ? 'musl' : /gnu|glibc/.test(name) && os === 'linux' ? 'glibc' : undefined;
    if (!os && cpu !== 'wasm32') {
      console.error('skip', name, range);
      continue;
    }
    const dev = p.dev || (at === '' ? undefined : undefined);
    P['node_modules/' + name] = {
      version: range.replace(/^[\^~]/, ''),
      ...(cpu && { cpu: [cpu] }),
      ...(dev && { dev: true }),
      ...(libc && { libc: [libc] }),
      optional: true,
      ...(os && { os: [os] }),
    };
    n++;
  }
lock.packages = Object.fromEntries(Object.entries(P).sort(([a], [b]) => a.localeCompare(b, 'en')));
fs.writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n');
console.log('added', n);
