// A browser for tests that attack: one request at a time as it is written, cookies kept, no redirect followed, nothing tidied.
import http from 'node:http';

export type Answer = {
  status: number;
  headers: http.IncomingHttpHeaders;
  location: string | undefined;
  /** Set-Cookie lines as they came. */
  cookies: string[];
  body: string;
};

export type Request = {
  method?: string;
  /** Sent as a form; pairs allow a field to come several times. */
  form?: Record<string, string> | readonly (readonly [string, string])[];
  /** Instead of a form. */
  body?: string | Buffer;
  headers?: Record<string, string | undefined>;
};

export type Browser = {
  /** Cookies by name; tests may plant or take them. */
  jar: Map<string, string>;
  /** Everything that was answered, for whoever searches it. */
  seen: Answer[];
  get(path: string, headers?: Request['headers']): Promise<Answer>;
  post(path: string, form: NonNullable<Request['form']>, headers?: Request['headers']): Promise<Answer>;
  ask(path: string, request?: Request): Promise<Answer>;
};

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

/** Somebody who has never been here. The path goes out byte by byte: no dots, slashes or percent signs are cleaned. */
export function browser(address: string): Browser {
  const jar = new Map<string, string>();
  const seen: Answer[] = [];
  const { hostname, port, host } = new URL(address);

  async function ask(path: string, { method, form, body, headers = {} }: Request = {}): Promise<Answer> {
    const content = form ? new URLSearchParams(form as Record<string, string>).toString() : body;
    const sent: Record<string, string | undefined> = {
      host,
      accept: 'text/html',
      ...(content !== undefined && { origin: address }),
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(jar.size > 0 && { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...headers,
    };
    const answer = await new Promise<Answer>((resolve, reject) => {
      const request = http.request({
        agent,
        host: hostname,
        port,
        path,
        method: method ?? (content === undefined ? 'GET' : 'POST'),
        headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
      });
      request.on('error', reject);
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            location: response.headers.location,
            cookies: response.headers['set-cookie'] ?? [],
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      request.end(content);
    });
    for (const line of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    seen.push(answer);
    return answer;
  }

  return {
    jar,
    seen,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, form, headers = {}) => ask(path, { form, headers }),
    ask,
  };
}

export type Form = { action: string; fields: Record<string, string> };

/** The forms of a page, each with the address it goes to and every field that it has, chosen or not. */
export function formsIn(html: string, at: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => ({
    action: attribute(head, 'action') ?? at,
    fields: Object.fromEntries(
      [...inside.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)].flatMap(([tag]) => {
        const name = attribute(tag, 'name');
        return name ? [[name, attribute(tag, 'value') ?? '']] : [];
      }),
    ),
  }));
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : readable(found);
};

/** Text as it is read: entities resolved, no-break spaces plain. */
export const readable = (html: string): string =>
  html
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');

/**
 * A page for searching: as it is written, and as it is read without its tags, both without spaces. So a number that is drawn
 * in groups and an amount in two sizes are found like everything else. `squeezed` makes the same of what is searched for.
 */
export const searchable = (html: string): string => `${squeezed(html)}\n${squeezed(html.replace(/<[^>]*>/g, ''))}`;
export const squeezed = (text: string): string => readable(text).replace(/\s+/g, '');
