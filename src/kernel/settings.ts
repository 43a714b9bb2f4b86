// Configuration: the environment read once through one schema, all errors at once, in words.
import { readFileSync } from 'node:fs';

/** A number of the insurer's choice (a starred number of the requirements): its home is the settings module of a capability. */
export type NumberSetting = {
  /** The environment variable that changes it. */
  env: string;
  default: number;
  min: number;
  max: number;
  unit: string;
  /** The requirement that gives the default. */
  id: string;
  says: string;
};

/** Declares the numbers of a capability; the values are read with `context.settings.value(…)`. */
export const numbers = <Name extends string>(settings: Record<Name, NumberSetting>): Record<Name, NumberSetting> =>
  settings;

/** A text of the configuration of the whole program. */
export type TextSetting = {
  env: string;
  default?: string;
  says: string;
  isSecret?: boolean;
  /** What is wrong with a value, in words; nothing when it is right. */
  check?(value: string): string | undefined;
};

const url = (value: string): string | undefined =>
  URL.canParse(value) ? undefined : 'is not an address like https://area.example.it';
const port = (value: string): string | undefined =>
  /^\d{1,5}$/.test(value) && Number(value) < 65_536 ? undefined : 'is not a port number';
const oneOf =
  (...allowed: string[]) =>
  (value: string): string | undefined =>
    allowed.includes(value) ? undefined : `is none of: ${allowed.join(', ')}`;
const listOf =
  (...allowed: string[]) =>
  (value: string): string | undefined =>
    value.split(',').every((one) => allowed.includes(one)) ? undefined : `is no list of: ${allowed.join(', ')}`;

/** Every text of the configuration, in the order of `.env.example`. */
export const texts = {
  publicAddress: {
    env: 'PUBLIC_ADDRESS',
    default: 'http://localhost:3000',
    says: 'The address customers see; with https cookies are Secure.',
    check: url,
  },
  port: { env: 'PORT', default: '3000', says: 'The port the web process listens on.', check: port },
  host: { env: 'HOST', default: '127.0.0.1', says: 'The address of this machine the web process listens on.' },
  metricsPort: {
    env: 'METRICS_PORT',
    default: '',
    says: 'The port for /metrics (Prometheus) of web and worker; empty switches it off.',
    check: (value) => (value === '' ? undefined : port(value)),
  },
  metricsHost: {
    env: 'METRICS_HOST',
    default: '127.0.0.1',
    says: 'The address of this machine that /metrics listens on; never one that customers reach.',
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    says: 'PostgreSQL 15 or newer: postgres://user:password@host/database.',
    isSecret: true,
  },
  secret: {
    env: 'SPORTELLO_SECRET',
    says: 'At least 32 bytes of random text; every key is derived from it. Or SPORTELLO_SECRET_FILE.',
    isSecret: true,
    check: (value) => (Buffer.byteLength(value) >= 32 ? undefined : 'is shorter than 32 bytes'),
  },
  previousSecret: {
    env: 'SPORTELLO_SECRET_PREVIOUS',
    default: '',
    says: 'While rotating: the secret before, accepted for checking only.',
    isSecret: true,
  },
  logLevel: {
    env: 'LOG_LEVEL',
    default: 'info',
    says: 'debug, info, warn, error or silent.',
    check: oneOf('debug', 'info', 'warn', 'error', 'silent'),
  },
  trustedProxies: {
    env: 'TRUSTED_PROXIES',
    default: '',
    says: 'Proxies whose X-Forwarded-For is believed: addresses or networks (10.42.0.0/16), separated by commas.',
  },
  brand: { env: 'BRAND', default: 'default', says: 'The folder below brand/ with the look and names of the insurer.' },
  mailUrl: { env: 'MAIL_URL', says: 'SMTP: smtp://user:password@host:587 or smtps://…', isSecret: true },
  mailFrom: { env: 'MAIL_FROM', default: 'Sportello <no-reply@esempio.example>', says: 'The sender of e-mails.' },
  smsUrl: { env: 'SMS_URL', says: 'Where text messages are posted as JSON.', isSecret: true },
  supportMail: { env: 'SUPPORT_MAIL', default: 'assistenza@esempio.example', says: 'Where support requests are sent.' },
  storageFolder: { env: 'STORAGE_FOLDER', default: '.sportello/files', says: 'Where documents lie on this machine.' },
  nexiAddress: {
    env: 'NEXI_ADDRESS',
    default: '',
    says: 'Base address of the Nexi XPay API; empty switches its methods off.',
    check: (value) => (value === '' ? undefined : url(value)),
  },
  nexiApiKey: { env: 'NEXI_API_KEY', default: '', says: 'The key of the Nexi XPay terminal.', isSecret: true },
  nexiMethods: {
    env: 'NEXI_METHODS',
    default: 'card,mybank',
    says: 'What the Nexi XPay terminal is enabled for, separated by commas: card, mybank.',
    check: listOf('card', 'mybank'),
  },
  satispayAddress: {
    env: 'SATISPAY_ADDRESS',
    default: '',
    says: 'Satispay: https://authservices.satispay.com. Empty switches it off; it wants a pairing: sportello satispay pair.',
    check: (value) => (value === '' ? undefined : url(value)),
  },
  demoAddress: {
    env: 'DEMO_ADDRESS',
    default: '',
    says: 'Only the demo: the address of the inbox simulator, shown at /demo/.',
  },
  clockOffset: {
    env: 'SPORTELLO_CLOCK_OFFSET',
    default: '0',
    says: 'Only the demo and tests: seconds by which the clock runs ahead of the real one.',
    check: (value) => (/^-?\d+$/.test(value) ? undefined : 'is not a whole number of seconds'),
  },
  crashAt: {
    env: 'SPORTELLO_CRASH_AT',
    default: '',
    says: 'Only the crash tests: the named step at which the process dies.',
  },
} as const satisfies Record<string, TextSetting>;

export type Texts = Record<keyof typeof texts, string>;
export type Settings = { text: Texts; value(setting: NumberSetting): number };

export type ConfigurationFault = { env: string; problem: string };
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
  readonly faults: readonly ConfigurationFault[];
  constructor(faults: readonly ConfigurationFault[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a problem' : `${faults.length} problems`}:\n${faults.map((fault) => `  ${fault.env} ${fault.problem}`).join('\n')}`,
    );
    this.faults = faults;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable, or the content of the file that `NAME_FILE` names. */
function raw(environment: Environment, env: string, faults: ConfigurationFault[]): string | undefined {
  const file = environment[`${env}_FILE`];
  if (!file) return environment[env];
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    faults.push({ env: `${env}_FILE`, problem: 'names a file that cannot be read' });
    return undefined;
  }
}

/**
 * Reads the whole configuration. Throws one `ConfigurationError` with every problem. `needs` names the texts without a
 * default that this role cannot run without.
 */
export function readSettings(
  environment: Environment,
  declared: readonly NumberSetting[],
  needs: readonly (keyof Texts)[] = [],
): Settings {
  const faults: ConfigurationFault[] = [];
  const text = {} as Texts;
  for (const [name, setting] of Object.entries(texts) as [keyof Texts, TextSetting][]) {
    const given = raw(environment, setting.env, faults);
    const value = given ?? setting.default ?? '';
    if (!given && setting.default === undefined && needs.includes(name)) {
      faults.push({ env: setting.env, problem: `is missing. ${setting.says}` });
    } else if (given !== undefined && given !== '') {
      const problem = setting.check?.(given);
      if (problem) faults.push({ env: setting.env, problem: setting.isSecret ? problem : `${problem}: ${given}` });
    }
    text[name] = value;
  }
  const values = new Map<string, number>();
  for (const setting of declared) {
    const given = raw(environment, setting.env, faults);
    const value = given === undefined || given === '' ? setting.default : Number(given);
    if (!Number.isFinite(value) || value < setting.min || value > setting.max) {
      faults.push({
        env: setting.env,
        problem: `must be a number of ${setting.unit} from ${setting.min} to ${setting.max}: ${given}`,
      });
    }
    values.set(setting.env, value);
  }
  if (faults.length > 0) throw new ConfigurationError(faults);
  return { text, value: (setting) => values.get(setting.env) ?? setting.default };
}
