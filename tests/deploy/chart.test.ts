// The chart, rendered here by a small renderer of our own and, where Helm is at hand, by Helm too.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { root } from '#kernel/root.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { unknownSettings } from './settings.ts';
import { render } from './templates.ts';

const folder = join(root, 'deploy/chart');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
type Values = { [key: string]: never } & Record<string, unknown>;
const values = (): Values => parse(read('values.yaml')) as Values;
const isValid = new Ajv().compile(JSON.parse(read('values.schema.json')) as object);

type Labels = Record<string, string>;
type Container = {
  name: string;
  image: string;
  args: string[];
  env: { name: string; value: string }[];
  ports?: { name: string; containerPort: number }[];
  securityContext: Record<string, unknown>;
  volumeMounts: { name: string; mountPath: string; readOnly?: boolean }[];
  [probe: string]: unknown;
};
type Pod = {
  metadata: { labels: Labels };
  spec: { securityContext: Record<string, unknown>; containers: Container[]; volumes: Record<string, unknown>[] };
};
type Resource = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels: Labels; annotations?: Labels };
  data?: Labels;
  spec: Record<string, unknown> & { template?: Pod; selector?: { matchLabels?: Labels } & Labels };
};

/** Sets `web.replicas` and so on in the values of the chart. */
function valuesWith(changes: Record<string, unknown>): Values {
  const made = values();
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let into: Record<string, unknown> = made;
    for (const key of keys) into = into[key] as Record<string, unknown>;
    into[last] = value;
  }
  return made;
}

function rendered(given: Values): Resource[] {
  return readdirSync(join(folder, 'templates')).flatMap((file) => {
    const text = render(read(`templates/${file}`), { Values: given, Release: { Name: 'area' } });
    return parseAllDocuments(text).flatMap((document) => {
      if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0]?.message}\n${text}`);
      const resource = document.toJS() as Resource | null;
      return resource ? [resource] : [];
    });
  });
}

const cases = {
  'as it comes': {},
  'everything switched on': {
    'metrics.serviceMonitor': true,
    'ingress.annotations': { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
    'storage.className': 'shared',
    'web.replicas': 6,
    'secret.keys': ['DATABASE_URL', 'SPORTELLO_SECRET', 'MAIL_URL', 'SMS_URL', 'NEXI_API_KEY'],
    'settings.NEXI_ADDRESS': 'https://xpay.nexigroup.com/api/phoenix-0.0/psp/api/v1',
  },
  'everything switched off': {
    'metrics.enabled': false,
    'ingress.enabled': false,
    'networkPolicy.enabled': false,
    'migration.enabled': false,
    'storage.existingClaim': 'documents',
  },
} as const;

test('the renderer knows what the chart uses and refuses the rest', () => {
  const given = {
    Values: { a: { b: 'x"y', list: [1, 2], none: '' }, map: { two: 2, one: 1 } },
    Release: { Name: 'r' },
  };
  expect(() => render('{{ .Values.a.missing }}', given)).toThrow('no value');
  expect(() => render('{{ include "x" . }}', given)).toThrow('unknown function');
  expect(() => render('{{ if .Values.a }}x', given)).toThrow('no end');
  expect(render('{{ .Release.Name }}-{{ .Values.a.b | quote }}', given)).toBe('r-"x\\"y"');
  expect(render('a\n{{- if not .Values.a.none }}\n  yes\n{{- else }}\n  no\n{{- end }}\nb', given)).toBe('a\n  yes\nb');
  expect(render('x:{{- range $k, $v := .Values.map }} {{ $k }}={{ $v }}{{- end }}', given)).toBe('x: one=1 two=2');
  expect(render('l:{{ range .Values.a.list }}<{{ . }}>{{ end }}', given)).toBe('l:<1><2>');
  expect(render('m:\n  {{- toYaml .Values.map | nindent 2 }}', given)).toBe('m:\n  two: 2\n  one: 1');
});

test.each<[string, Record<string, unknown>]>([
  ['an address without https', { publicAddress: 'http://area.example.it' }],
  ['an image that is another one tomorrow', { 'image.tag': 'latest' }],
  ['the demo', { 'settings.DEMO_ADDRESS': 'http://127.0.0.1:8025' }],
  ['a secret among the settings', { 'settings.SPORTELLO_SECRET': 'x'.repeat(40) }],
  ['a secret without the database', { 'secret.keys': ['SPORTELLO_SECRET', 'MAIL_URL', 'SMS_URL'] }],
  ['no web', { 'web.replicas': 0 }],
  ['a word that is none', { 'web.replica': 2 }],
])('the schema of the values refuses %s', (_what, change) => {
  expect(isValid(valuesWith(change))).toBe(false);
});

test.each(Object.entries(cases))('%s: it renders into resources that fit together', (name, changes) => {
  const given = valuesWith(changes);
  expect(isValid(given), JSON.stringify(isValid.errors)).toBe(true);
  const resources = rendered(given);
  const names = resources.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(new Set(names).size).toBe(names.length);
  const isOn = name !== 'everything switched off';
  expect(names.sort()).toEqual(
    [
      'ConfigMap area',
      'Deployment area-web',
      'Deployment area-worker',
      'PodDisruptionBudget area-web',
      'PodDisruptionBudget area-worker',
      'Service area-web',
      'ServiceAccount area',
      ...(isOn
        ? [
            'Ingress area',
            'Job area-migrate',
            'NetworkPolicy area-migration',
            'NetworkPolicy area-web',
            'NetworkPolicy area-worker',
            'PersistentVolumeClaim area-files',
          ]
        : []),
      ...(name === 'everything switched on' ? ['PodMonitor area'] : []),
    ].sort(),
  );
  const pods = resources.flatMap(({ spec }) => (spec?.template ? [spec.template] : []));
  const isSomeones = (labels: Labels | undefined) =>
    pods.some((pod) =>
      Object.entries(labels ?? { none: '' }).every(([key, value]) => pod.metadata.labels[key] === value),
    );
  for (const { kind, metadata, spec } of resources) {
    expect(metadata.labels['app.kubernetes.io/name'], kind).toBe('sportello');
    const selector =
      spec?.selector?.matchLabels ?? spec?.selector ?? (spec?.podSelector as { matchLabels?: Labels })?.matchLabels;
    if (selector) expect(isSomeones(selector), `${kind} ${metadata.name} selects nobody`).toBe(true);
    if (spec?.template && spec.selector) {
      for (const [key, value] of Object.entries(spec.selector.matchLabels ?? {}))
        expect(spec.template.metadata.labels[key]).toBe(value);
    }
  }
  for (const pod of pods) {
    expect(pod.spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 65532 });
    const volumes = pod.spec.volumes.map((volume) => volume.name);
    for (const container of pod.spec.containers) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.image).toBe('registry.example/sportello:0.1.0');
      for (const { name: mount } of container.volumeMounts) expect(volumes).toContain(mount);
      expect(unknownSettings(container.env.map((one) => one.name))).toEqual([]);
      const ports = (container.ports ?? []).map((port) => port.name);
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
        const asked = container[probe] as { httpGet: { port: string } } | undefined;
        if (asked) expect(ports).toContain(asked.httpGet.port);
      }
    }
  }
  const [web, worker] = ['web', 'worker'].map((part) => pods.find((pod) => pod.spec.containers[0]?.name === part));
  expect(web?.spec.containers[0]?.args).toEqual(['serve']);
  expect(worker?.spec.containers[0]?.args).toEqual(['work']);
  const settings = resources.find(({ kind }) => kind === 'ConfigMap')?.data ?? {};
  expect(unknownSettings(Object.keys(settings))).toEqual([]);
  for (const value of Object.values(settings)) expect(typeof value).toBe('string');
  if (isOn) {
    const job = resources.find(({ kind }) => kind === 'Job');
    expect(job?.metadata.annotations?.['helm.sh/hook']).toBe('pre-install,pre-upgrade');
    expect(job?.spec.template?.spec.containers[0]?.args).toEqual(['db', 'migrate']);
  }
});

test('the chart is of this version', () => {
  const chart = parse(read('Chart.yaml')) as { version: string; appVersion: string };
  expect(chart.appVersion).toBe(packageJson.version);
  expect((values() as unknown as { image: { tag: string } }).image.tag).toBe(packageJson.version);
});

const helm = spawnSync('helm', ['version', '--short'], { encoding: 'utf8' });
const byName = (list: Resource[]) =>
  Object.fromEntries(list.map((one) => [`${one.kind} ${one.metadata.name}`, one] as const));
// A second judge where there is one; ours always judges.
if (helm.status === 0) {
  test('Helm renders the same', () => {
    const run = spawnSync('helm', ['template', 'area', folder], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const theirs = parseAllDocuments(run.stdout).flatMap((one) => (one.toJS() as Resource | null) ?? []);
    expect(byName(theirs)).toEqual(byName(rendered(values())));
  });
}
