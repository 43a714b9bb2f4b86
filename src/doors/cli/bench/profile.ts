// Where the processor's time of a server goes, by whose code it is: from a profile of V8 and the source maps of the build.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '#kernel/root.ts';

type Node = { id: number; callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number } };
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[] };
export type Share = { whose: string; share: number };

/** Shares of the busy time, largest first; idle time does not count. */
export function sharesOf(profileFile: string): Share[] {
  const profile: Profile = JSON.parse(readFileSync(profileFile, 'utf8'));
  const whose = new Map(profile.nodes.map((node) => [node.id, ownerOf(node)]));
  const spent = new Map<string, number>();
  profile.samples.forEach((id, at) => {
    const owner = whose.get(id) ?? 'unknown';
    if (owner !== 'idle') spent.set(owner, (spent.get(owner) ?? 0) + (profile.timeDeltas[at] ?? 0));
  });
  const total = [...spent.values()].reduce((sum, one) => sum + one, 0);
  return [...spent]
    .map(([name, time]) => ({ whose: name, share: time / total }))
    .toSorted((one, other) => other.share - one.share);
}

function ownerOf({ callFrame }: Node): string {
  const { functionName, url } = callFrame;
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'collecting garbage';
  if (url.startsWith('node:'))
    return /node:(_?http|internal\/(stream|http))|_http/.test(url) ? 'Node: http and streams' : 'Node: the rest';
  if (functionName === '(program)') return 'the system and native code';
  if (!url.startsWith('file:')) return 'Node: the rest';
  return roomOf(sourceOf(fileURLToPath(url), callFrame.lineNumber, callFrame.columnNumber));
}

/** `node_modules/pg/lib/query.js` → `pg`; `src/capabilities/policies/views.ts` → `capabilities/policies`. */
function roomOf(source: string): string {
  const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(source);
  if (packaged?.[1]) return packaged[1];
  const [src, room, inner] = source.split('/');
  if (src !== 'src') return 'SvelteKit’s build';
  return room === 'capabilities' ? `capabilities/${inner}` : room === 'doors' ? 'pages and doors' : (room ?? '');
}

/** The source of a place in a built file. */
function sourceOf(file: string, line: number, column: number): string {
  const map = mapOf(file);
  const entry = map?.findEntry(line, column);
  const source = entry && 'originalSource' in entry ? entry.originalSource : undefined;
  const path = source ? resolve(dirname(file), source) : file;
  const from = relative(root, path);
  // The adapter moves the build, so a path of its maps may begin one folder too high or too low.
  const known = /(node_modules\/.*|src\/.*)$/.exec(from);
  return known?.[1] ?? from;
}

const kept = new Map<string, SourceMap | undefined>();
function mapOf(file: string): SourceMap | undefined {
  if (!kept.has(file)) {
    const path = `${file}.map`;
    kept.set(file, existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : undefined);
  }
  return kept.get(file);
}
