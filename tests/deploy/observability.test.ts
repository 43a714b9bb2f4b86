// Dashboard and alert rules: of the shape their programs want, and of numbers that exist.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { prometheus } from '#adapters/prometheus/index.ts';
import { metrics } from '#kernel/meter.ts';
import { root } from '#kernel/root.ts';
import { parseScrape } from './scrape.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Every name that a process may show, with the labels it has. */
async function shown(): Promise<Map<string, Set<string>>> {
  const names = new Map<string, Set<string>>();
  // `up` is Prometheus' own word on whether somebody answered.
  names.set('up', new Set(['job', 'instance', 'role']));
  const always = ['role', 'instance', 'job'];
  for (const name of parseScrape(await prometheus('test').text([])).types.keys()) names.set(name, new Set(always));
  for (const [name, metric] of Object.entries(metrics)) {
    const labels = [...metric.labels, ...always];
    names.set(`sportello_${name}`, new Set(labels));
    if (metric.kind !== 'histogram') continue;
    names.delete(`sportello_${name}`);
    for (const part of ['_bucket', '_sum', '_count'])
      names.set(`sportello_${name}${part}`, new Set(part === '_bucket' ? [...labels, 'le'] : labels));
  }
  return names;
}
const known = await shown();

/** What is wrong with a question to Prometheus: brackets, names, labels. Its grammar is promtool's business. */
function faultsIn(expression: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const sign of expression.replace(/"[^"]*"/g, '""').match(/[()[\]{}]/g) ?? []) {
    if ('([{'.includes(sign)) open.push(sign);
    else if (open.pop() !== { ')': '(', ']': '[', '}': '{' }[sign]) faults.push('its brackets do not match');
  }
  if (open.length > 0) faults.push('its brackets do not match');
  for (const [, name = '', inside = ''] of expression.matchAll(/\b(sportello_\w+|up)\b(?:\{([^}]*)\})?/g)) {
    const labels = known.get(name);
    if (!labels) faults.push(`nobody shows ${name}`);
    for (const [, label = ''] of inside.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g))
      if (labels && !labels.has(label)) faults.push(`${name} has no label ${label}`);
  }
  const named = [...expression.matchAll(/\b(sportello_\w+)/g)].map(([, name = '']) => name);
  for (const [, list = ''] of expression.matchAll(/\bby \(([^)]*)\)/g))
    for (const label of list.split(',').map((one) => one.trim()))
      if (!named.some((name) => known.get(name)?.has(label))) faults.push(`no number in it has the label ${label}`);
  return faults;
}

test.each([
  ['sum(sportello_nothing)', 'nobody shows sportello_nothing'],
  ['sum(sportello_messages{colour="red"})', 'sportello_messages has no label colour'],
  ['sum by (person) (sportello_messages)', 'no number in it has the label person'],
  ['sum(rate(sportello_codes_total[5m])', 'its brackets do not match'],
  ['sportello_http_request_seconds', 'nobody shows sportello_http_request_seconds'],
])('%s is refused', (expression, fault) => {
  expect(faultsIn(expression)).toContain(fault);
});

const rules = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Sportello[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smh]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.strictObject({ summary: z.string().endsWith('.'), runbook: z.string() }),
        }),
      ),
    }),
  ),
});

test('every alert asks for numbers that exist, and has its page', () => {
  const { groups } = rules.parse(parse(read('deploy/observability/alerts.yaml')));
  const all = groups.flatMap((group) => group.rules);
  const headings = [...read('docs/how-to/alerts.md').matchAll(/^## (\w+)$/gm)].map(([, heading = '']) => heading);
  expect(all.map(({ alert }) => alert).sort()).toEqual(headings.sort());
  for (const { alert, expr, annotations } of all) {
    expect(faultsIn(expr), alert).toEqual([]);
    expect(annotations.runbook).toBe(`docs/how-to/alerts.md#${alert.toLowerCase()}`);
  }
});

const place = z.strictObject({ h: z.number(), w: z.number().max(24), x: z.number().max(23), y: z.number() });
const source = z.strictObject({ type: z.literal('prometheus'), uid: z.string().regex(/^\$\{source\}$/) });
const dashboard = z.object({
  title: z.string(),
  uid: z.string().max(40),
  schemaVersion: z.number().int().min(36),
  templating: z.object({ list: z.array(z.object({ name: z.literal('source'), type: z.literal('datasource') })) }),
  time: z.object({ from: z.string(), to: z.string() }),
  panels: z.array(
    z.object({
      id: z.number(),
      type: z.enum(['row', 'timeseries', 'stat']),
      title: z.string(),
      gridPos: place,
      datasource: source.optional(),
      targets: z
        .array(z.object({ refId: z.string(), expr: z.string(), datasource: source, legendFormat: z.string() }))
        .optional(),
    }),
  ),
});

test('the dashboard shows numbers that exist, each of its panels beside the others, and leaves none out', () => {
  const { panels } = dashboard.parse(JSON.parse(read('deploy/observability/dashboard.json')));
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const questions = panels.flatMap(({ targets = [], title }) => targets.map(({ expr }) => ({ title, expr })));
  for (const { title, expr } of questions) expect(faultsIn(expr), title).toEqual([]);
  const taken = new Set<string>();
  for (const { gridPos, title } of panels) {
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
        expect(taken.has(`${x} ${y}`), title).toBe(false);
        taken.add(`${x} ${y}`);
      }
    }
  }
  const text = questions.map(({ expr }) => expr).join('\n');
  expect(Object.keys(metrics).filter((name) => !text.includes(`sportello_${name}`))).toEqual([]);
});

test('the reference has every number as it is', () => {
  const rows = read('docs/reference/metrics.md')
    .split('\n')
    .filter((line) => line.startsWith('| `sportello_'));
  const expected = Object.entries(metrics).map(([name, { kind, labels, help }]) => {
    const listed = labels.map((label) => `\`${label}\``).join(', ') || '–';
    return `| \`sportello_${name}\` | ${kind} | ${listed} | ${help} |`;
  });
  expect(rows).toEqual(expected);
});

const promtool = spawnSync('promtool', ['--version'], { encoding: 'utf8' });
// A second judge where there is one; ours always judges.
if (promtool.status === 0) {
  test('promtool takes the rules', () => {
    const run = spawnSync('promtool', ['check', 'rules', join(root, 'deploy/observability/alerts.yaml')], {
      encoding: 'utf8',
    });
    expect(run.status, run.stdout + run.stderr).toBe(0);
  });
}
