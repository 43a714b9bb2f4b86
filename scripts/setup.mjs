// What `npm start` and `npm test` need on a fresh clone, with nothing but Node 20 and npm: plain JavaScript, no packages.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hashOf } from './hash.mjs';

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const own = join(root, '.sportello');
const bin = join(root, 'node_modules/.bin');

/** @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`);

/** A sentence for whoever started us instead of a stack. */
export class Fault extends Error {}

if (Number(process.versions.node.split('.')[0]) < 20) {
  say(`Sportello needs Node 20 or newer to start itself; this is ${process.versions.node}.`);
  process.exit(1);
}

/** The Node that the lock pins, or this one where there is none for the platform and it is new enough. */
export function pinnedNode() {
  const pinned = join(bin, 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Fault(
    `For ${process.platform}-${process.arch} npm brings no Node of its own: install Node 24 and start again (this is ${process.versions.node}).`,
  );
}

/** The environment of everything we start: the pinned Node and the tools of the project come first. */
export const environment = () => ({
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  // Halves the time that our own TypeScript takes to load.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(own, 'cache'),
});

/**
 * Runs a command, with its output in a log when that has a name; answers its exit code and what it wrote.
 * @param {string} command
 * @param {readonly string[]} given
 * @param {{ logName?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, given, { logName, env = {} } = {}) {
  mkdirSync(join(own, 'logs'), { recursive: true });
  return new Promise((done) => {
    let output = '';
    const child = spawn(command, given, {
      cwd: root,
      env: { ...environment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @param {Buffer} data */
    const take = (data) => {
      output += data;
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => done({ code: 1, output: `${output}${error.message}` }));
    child.once('close', (code) => {
      if (logName) writeFileSync(join(own, 'logs', `${logName}.log`), output);
      done({ code: code ?? 1, output });
    });
  });
}

/**
 * One at a time in this clone; a lock that a killed run left is taken after its process is gone.
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function alone(name, work) {
  mkdirSync(own, { recursive: true });
  const lock = join(own, `${name}.lock`);
  for (let told = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const owner = Number(readText(lock));
    if (!owner || !isAlive(owner)) rmSync(lock, { force: true });
    else if (!told) {
      say(`Waiting for process ${owner}, which does the same here …`);
      told = true;
    }
    await wait(200);
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Are exactly the packages of the lock there? npm writes its own record last, so a broken install has none. */
function isInstalled() {
  const wanted = JSON.parse(readText(join(root, 'package-lock.json'))).packages;
  const record = readText(join(root, 'node_modules/.package-lock.json'));
  if (!record) return false;
  const there = JSON.parse(record).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    // Packages for other platforms are in the lock and, rightly, not here.
    if (!there[path] ? !entry.optional : there[path].version !== entry.version) return false;
  }
  return Object.keys(there).every((path) => wanted[path]);
}

/** `npm ci` when what is installed is not what is locked. */
export async function install() {
  if (isInstalled()) return;
  await alone('install', async () => {
    if (isInstalled()) return;
    say('Installing what package-lock.json names (npm ci) …');
    // The npm that runs us is the one the host has, even when it is not on the path.
    const npm = process.env.npm_execpath;
    const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    const given = [
      ...first,
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    const { code, output } = await run(command, given, { logName: 'install' });
    if (code !== 0) throw new Fault(`npm ci failed:\n${output.trim()}`);
  });
}

const built = ['src', 'static', 'brand', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const hashFile = join(root, 'build/.sportello-sources');

const sourcesHash = () => hashOf(root, built);

/**
 * The table of files that were made before is no part of what went wrong.
 * @param {string} output
 */
function faultIn(output) {
  const lines = output.trim().split('\n');
  const first = lines.findIndex((line) => /error|failed/i.test(line));
  return lines.slice(Math.max(first, 0)).slice(0, 40).join('\n');
}

/** Builds the pages and the server when sources or lock changed since the last build. */
export async function build() {
  if (readText(hashFile) === sourcesHash()) return;
  await alone('build', async () => {
    const hash = sourcesHash();
    if (readText(hashFile) === hash) return;
    say('Building …');
    rmSync(hashFile, { force: true });
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const { code, output } = await run(pinnedNode(), [vite, 'build'], {
      logName: 'build',
      env: { NODE_ENV: 'production' },
    });
    if (code !== 0) throw new Fault(`The build failed (whole log: .sportello/logs/build.log):\n${faultIn(output)}`);
    writeFileSync(`${hashFile}.new`, hash);
    renameSync(`${hashFile}.new`, hashFile);
  });
}

/**
 * Runs the main function of a script; a known fault is told in words.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    const isUnknown = error instanceof Error && !(error instanceof Fault);
    say(isUnknown ? (error.stack ?? error.message) : error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
