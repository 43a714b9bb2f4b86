// The shape of the code (docs/adr/0001): who may import whom, who owns which table, what may be remembered. Each fault is a
// sentence that says what to do instead.
import { expect, test } from 'vitest';
import { capabilities, order } from '#capabilities/all.ts';
import { type Import, importsOf, type Source, sources, withoutComments } from './sources.ts';

const all = sources(['src']);
const numberOf = (name: string): number | undefined => (order as Record<string, number>)[name];

/** `src/capabilities/payments/rules/windows.ts` → room `capabilities`, capability `payments`, inner `rules/windows.ts`. */
function placeOf(file: string): { room: string; capability: string; inner: string } {
  const [, room = '', capability = '', ...inner] = file.split('/');
  return { room, capability: room === 'capabilities' ? capability : '', inner: inner.join('/') };
}

/** Every import of some files that a rule refuses, each with the sentence of the rule. */
const refusals = (of: readonly Source[], refuse: (source: Source, to: Import) => string | undefined): string[] =>
  of.flatMap((source) =>
    source.imports.flatMap((to) => {
      const why = refuse(source, to);
      return why ? [`${source.file} imports ${to.to}: ${why}`] : [];
    }),
  );

const inRoom = (room: string): Source[] => all.filter((source) => placeOf(source.file).room === room);
const pureKernel =
  /^src\/kernel\/(?!.*\.server\.ts$|context\.ts$|log\.ts$|audit\.ts$|outbox\.ts$|limits\.ts$|root\.ts$)/;

test('the reader of imports sees every way to write one', () => {
  const text = [
    "import type { A } from '#kernel/a.ts';",
    "import b, {\n  type C,\n} from './b.ts';",
    "// import x from './comment.ts'",
    "export * from '../c/index.ts'; import './d.css?worker&url';",
    "const e = await import('./e.server.ts');",
    "import pg from 'pg';",
  ].join('\n');
  expect(
    importsOf('src/capabilities/x/y.ts', text).map(({ to, isPackage, isType }) => [to, isPackage, isType]),
  ).toEqual([
    ['src/kernel/a.ts', false, true],
    ['src/capabilities/x/b.ts', false, false],
    ['src/capabilities/c/index.ts', false, false],
    ['src/capabilities/x/d.css', false, false],
    ['src/capabilities/x/e.server.ts', false, false],
    ['pg', true, false],
  ]);
});

test('the kernel imports only the kernel and packages', () => {
  const refuse = (_source: Source, to: Import) =>
    to.isPackage || to.to.startsWith('src/kernel/') || to.to === 'package.json'
      ? undefined
      : 'the kernel knows nobody; what it needs is given to it as an argument';
  expect(refusals(inRoom('kernel'), refuse)).toEqual([]);
});

test('a capability imports the kernel, itself, and the index.ts of capabilities with a smaller number', () => {
  const refuse = (source: Source, to: Import) => {
    const from = placeOf(source.file);
    const target = placeOf(to.to);
    if (to.isPackage || target.room === 'kernel' || target.capability === from.capability) return undefined;
    if (target.room === 'doors') return 'a capability does not know who asks; take what it needs as input';
    if (target.room === 'adapters') return 'declare a port in the capability; compose.ts joins the adapter to it';
    if (target.room !== 'capabilities') return 'a capability imports only the kernel and capabilities below it';
    if (target.inner !== 'index.ts')
      return `import ${target.capability}/index.ts, its counter; what is missing there is added there`;
    const mine = numberOf(from.capability);
    const theirs = numberOf(target.capability);
    if (mine === undefined || theirs === undefined) return 'capabilities/all.ts does not give both of them a number';
    if (theirs < mine) return undefined;
    return `${target.capability} has the number ${theirs}, ${from.capability} has ${mine}: let the page compose the two, or contribute something that the other runs`;
  };
  const inside = inRoom('capabilities').filter((source) => source.file !== 'src/capabilities/all.ts');
  expect(refusals(inside, refuse)).toEqual([]);
});

test('rules are pure: no database, clock, chance or network behind them', () => {
  const rules = inRoom('capabilities').filter((source) => /\/rules(\.ts$|\/)/.test(source.file));
  const refuse = (source: Source, to: Import) => {
    const from = placeOf(source.file);
    const target = placeOf(to.to);
    if (to.isType) return undefined;
    if (to.isPackage)
      return ['zod', 'temporal-polyfill'].includes(to.to)
        ? undefined
        : 'a rule computes; a package that does more is called elsewhere';
    if (pureKernel.test(to.to)) return undefined;
    const isNear = target.capability === from.capability && /^(rules(\.ts$|\/)|settings\.ts$)/.test(target.inner);
    return isNear
      ? undefined
      : 'rules import pure kernel modules, the settings and the rules beside them; of others only types';
  };
  expect(refusals(rules, refuse)).toEqual([]);
  const impure = rules.filter((source) =>
    /\bDate\.now\(|new Date\(\)|Math\.random|process\.env|\bfetch\(/.test(withoutComments(source.text)),
  );
  expect(
    impure.map((source) => `${source.file} looks at the clock, chance or the environment: take it as an argument`),
  ).toEqual([]);
});

test('a store is imported only inside its capability', () => {
  const refuse = (source: Source, to: Import) =>
    to.to.endsWith('.server.ts') &&
    placeOf(to.to).capability !== '' &&
    placeOf(to.to).capability !== placeOf(source.file).capability
      ? 'ask the capability, not its tables; to join them, its index.ts exports relations'
      : undefined;
  expect(refusals(all, refuse)).toEqual([]);
});

test('adapters import the kernel, packages, and of a capability the types of its port', () => {
  const refuse = (_source: Source, to: Import) => {
    const target = placeOf(to.to);
    if (to.isPackage || target.room === 'kernel' || target.room === 'adapters') return undefined;
    if (target.room === 'capabilities') return to.isType ? undefined : 'import the type of the port only';
    return 'an adapter knows one thing outside and one port inside, nothing else of ours';
  };
  expect(refusals(inRoom('adapters'), refuse)).toEqual([]);
});

test('doors import counters, the kernel and themselves; a component takes only types', () => {
  const refuse = (source: Source, to: Import) => {
    const target = placeOf(to.to);
    const isInBrowser = source.file.endsWith('.svelte') || /\/\+(page|layout)\.ts$|\/enhance\//.test(source.file);
    if (target.room === 'capabilities') {
      if (target.inner !== 'index.ts' && to.to !== 'src/capabilities/all.ts')
        return `import ${target.capability}/index.ts, its counter`;
      return isInBrowser && !to.isType
        ? 'it would carry server code to the browser: take the data from load, import only types'
        : undefined;
    }
    if (target.room === 'adapters') return 'only compose.ts imports adapters';
    return undefined;
  };
  expect(refusals(inRoom('doors'), refuse)).toEqual([]);
});

test('compose.ts alone imports adapters', () => {
  const refuse = (source: Source, to: Import) =>
    placeOf(to.to).room === 'adapters' && placeOf(source.file).room !== 'adapters' && source.file !== 'src/compose.ts'
      ? 'adapters are joined to ports in compose.ts, and reached through context.ports'
      : undefined;
  expect(refusals(all, refuse)).toEqual([]);
});

test('simulators share no code with the program: they must not agree with it by sharing its mistakes', () => {
  const refuse = (_source: Source, to: Import) =>
    to.to.startsWith('src/') ? 'write it anew from the protocol' : undefined;
  expect(refusals(sources(['simulators'], { withTests: true }), refuse)).toEqual([]);
});

test('no file imports itself around a corner', () => {
  const graph = new Map(
    all.map((source) => [source.file, source.imports.filter((to) => !to.isPackage && !to.isType).map((to) => to.to)]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) cycles.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  expect(cycles).toEqual([]);
});

test('no module remembers anything but values that never change', () => {
  // `compose.ts` holds the program of this process, and `development.ts` is its twin under Vite. What is called `kept` or
  // `names` is a memo of pure values: a parsed sentence, a compiled query, a list read from a file of the program.
  const excused = /^src\/(compose|development)\.ts$|\.svelte$|\/enhance\//;
  const remembers =
    /^(?:export )?(?:(?:let|var) (?!kept\b)|const (?!kept\b|names\b)\w+(?:: [^=]+)? = new (?:Map|Set|WeakMap)(?:<.*>)?\(\))/;
  const faults = all
    .filter((source) => !excused.test(source.file))
    .flatMap((source) =>
      withoutComments(source.text)
        .split('\n')
        .filter((line) => remembers.test(line))
        .map((line) => `${source.file}: "${line.trim()}" outlives a request; pass it on, or keep it in the database`),
    );
  expect(faults).toEqual([]);
});

test('the environment is read by the settings alone', () => {
  const excused = /^src\/(compose|main|development|refusals)\.ts$|^src\/doors\/cli\//;
  const readers = all.filter(
    (source) => !excused.test(source.file) && /\bprocess\.env\b/.test(withoutComments(source.text)),
  );
  expect(
    readers.map(
      (source) => `${source.file} reads process.env: declare a setting in kernel/settings.ts or the capability`,
    ),
  ).toEqual([]);
});

test('every capability has a number, and every number a capability', () => {
  const folders = [...new Set(inRoom('capabilities').map((source) => placeOf(source.file).capability))].filter(
    (name) => !name.includes('.'),
  );
  expect(Object.keys(order).sort()).toEqual(folders.sort());
  expect(capabilities.map((capability) => capability.name)).toEqual(
    Object.entries(order)
      .sort(([, one], [, other]) => one - other)
      .map(([name]) => name),
  );
});
