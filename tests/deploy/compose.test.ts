// The compose files: of the shape the specification wants, each name in them known, nothing open that need not be.
// COMPOSE_SCHEMA may name the schema of the Compose Specification itself; without it ours, of what we use, has to do.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '#kernel/root.ts';
import ours from './compose.schema.json' with { type: 'json' };
import { unknownSettings } from './settings.ts';

type Service = {
  image?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  secrets?: string[];
  networks?: string[] | Record<string, unknown>;
  network_mode?: string;
  depends_on?: Record<string, { condition: string }>;
  profiles?: string[];
  healthcheck?: { disable?: boolean; test?: string[] };
};
type Compose = {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, unknown>;
  secrets: Record<string, { file: string }>;
};

const read = (file: string): Compose =>
  parse(readFileSync(join(root, 'deploy', file), 'utf8'), {
    merge: true,
    // Compose's own word for what an earlier file said and this one takes back.
    customTags: [{ tag: '!reset', resolve: () => null }],
  }) as Compose;
const compose = read('compose.yaml');
const demo = read('compose.demo.yaml');
const services = Object.entries(compose.services);
const isOurs = ({ image }: Service) => image?.includes('sportello') ?? false;

/** The schema that says what a compose file may hold. */
const isValid = new Ajv({ strict: false }).compile(ours);

test.each([
  ['a port that is none', { services: { web: { image: 'x', ports: ['http'] } } }],
  ['a word of nobody', { services: { web: { image: 'x', restarts: 'always' } } }],
  ['a dependency without its condition', { services: { web: { image: 'x', depends_on: { database: {} } } } }],
  ['no services', {}],
])('the schema refuses %s', (_what, file) => {
  expect(isValid(file)).toBe(false);
});

test('both files are of its shape', () => {
  expect(isValid(compose), JSON.stringify(isValid.errors)).toBe(true);
  const { worker, ...others } = demo.services;
  const { networks, ...rest } = worker ?? {};
  // Taken back: a service has either a network of its own or that of another.
  expect(networks).toBeNull();
  expect(isValid({ ...demo, services: { ...others, worker: rest } }), JSON.stringify(isValid.errors)).toBe(true);
});

const { COMPOSE_SCHEMA } = process.env;
// A second judge where it is given; ours always judges.
if (COMPOSE_SCHEMA) {
  test('and of that of the Compose Specification', () => {
    const theirs = JSON.parse(readFileSync(COMPOSE_SCHEMA, 'utf8')) as Record<string, unknown>;
    const check = new Ajv({ strict: false, validateFormats: false }).compile({
      ...theirs,
      $schema: 'http://json-schema.org/draft-07/schema#',
    });
    expect(check(compose), JSON.stringify(check.errors)).toBe(true);
  });
}

test('every name in them is one of them', () => {
  const faults: string[] = [];
  const used = { secrets: new Set<string>(), networks: new Set<string>(), volumes: new Set<string>() };
  for (const [name, service] of services) {
    for (const other of Object.keys(service.depends_on ?? {}))
      if (!compose.services[other]) faults.push(`${name} depends on ${other}`);
    for (const secret of service.secrets ?? []) used.secrets.add(secret);
    const networks = service.networks ?? [];
    for (const network of Array.isArray(networks) ? networks : Object.keys(networks)) used.networks.add(network);
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':');
      if (/^[a-z]/.test(from)) used.volumes.add(from);
      else if (from.startsWith('./') && !existsSync(join(root, 'deploy', from))) faults.push(`${name} mounts ${from}`);
    }
    for (const [key, value] of Object.entries(service.environment ?? {})) {
      if (key.endsWith('_FILE') && value !== '') {
        const secret = value.replace('/run/secrets/', '');
        if (!service.secrets?.includes(secret)) faults.push(`${name} reads ${secret} and is not given it`);
      }
    }
    const other = service.network_mode?.replace('service:', '');
    if (other && !compose.services[other]) faults.push(`${name} shares the network of ${other}`);
  }
  expect(faults).toEqual([]);
  expect([...used.secrets].sort()).toEqual(Object.keys(compose.secrets).sort());
  expect([...used.networks].sort()).toEqual(Object.keys(compose.networks).sort());
  expect([...used.volumes].sort()).toEqual(Object.keys(compose.volumes).sort());
});

test('every variable of the program in them is a setting of it', () => {
  for (const file of [compose, demo]) {
    for (const [name, service] of Object.entries(file.services)) {
      if (file === compose && !isOurs(service)) continue;
      expect(unknownSettings(Object.keys(service.environment ?? {})), name).toEqual([]);
    }
  }
});

test('images are of one version, and the ones of the program cannot write, rise, or be reached', () => {
  for (const [name, service] of services) {
    const image = service.image?.replace(/^\$\{IMAGE:-(.+)\}$/, '$1') ?? '';
    expect(image, name).toMatch(/:\d+\.\d+(\.\d+)?(-[a-z0-9]+)?$/);
    if (!isOurs(service)) continue;
    expect(service.read_only, name).toBe(true);
    expect(service.cap_drop, name).toEqual(['ALL']);
    expect(service.security_opt, name).toContain('no-new-privileges:true');
    expect(service.ports, name).toBeUndefined();
  }
  expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['proxy']);
  expect(compose.networks.data?.internal).toBe(true);
  expect(compose.services.database?.networks).toEqual(['data']);
  // A secret stands in a file, never among the variables that `docker inspect` shows.
  const variables = services.flatMap(([, { environment }]) => Object.keys(environment ?? {}));
  expect(variables.filter((name) => /(_SECRET|_URL|_KEY|PASSWORD)$/.test(name))).toEqual([]);
});

test('the roles start after the tables are there', () => {
  for (const role of ['web', 'worker', 'cli'])
    expect(compose.services[role]?.depends_on?.migrate?.condition).toBe('service_completed_successfully');
  expect(compose.services.web?.command).toEqual(['serve']);
  expect(compose.services.worker?.command).toEqual(['work']);
  expect(compose.services.migrate?.command).toEqual(['db', 'migrate']);
  expect(compose.services.mail?.profiles).toEqual(['demo']);
});
