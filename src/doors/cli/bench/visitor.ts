// A browser without scripts: keeps cookies, follows redirects, sends the forms it finds. It knows no page of ours.

export type Form = { action: string; fields: Record<string, string>; types: Record<string, string> };
export type Page = { status: number; url: string; html: string; forms: Form[]; milliseconds: number };

export type Visitor = {
  get(path: string): Promise<Page>;
  /** Sends a form with some fields filled in, and goes where it leads. */
  send(form: Form, values: Record<string, string>): Promise<Page>;
  /** As the header of a request. */
  cookie(): string;
};

/** A visitor who has never been here. `headers` go with every request. */
export function visitor(address: string, headers: Record<string, string> = {}): Visitor {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  async function ask(path: string, body?: URLSearchParams): Promise<Page> {
    const start = performance.now();
    const url = new URL(path, address);
    const answer = await fetch(url, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { accept: 'text/html', origin: address, ...headers, ...(jar.size > 0 && { cookie: cookie() }) },
      ...(body && { body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const html = await answer.text();
    const milliseconds = performance.now() - start;
    const next = answer.headers.get('location');
    if (next && answer.status < 400) {
      const page = await ask(new URL(next, url).href);
      return { ...page, milliseconds: milliseconds + page.milliseconds };
    }
    return { status: answer.status, url: url.href, html, forms: formsIn(html, url), milliseconds };
  }

  return {
    get: (path) => ask(path),
    send: (form, values) => ask(form.action, new URLSearchParams({ ...form.fields, ...values })),
    cookie,
  };
}

/** The form that has a field of this name or type. */
export function formWith(page: Page, what: string): Form {
  const form = page.forms.find(({ types }) =>
    Object.entries(types).some(([name, type]) => name === what || type === what),
  );
  if (!form) throw new Error(`${page.url} (${page.status}) has no form with ${what}`);
  return form;
}

/** The names of the fields of one type, in their order. */
export const fieldsOf = (form: Form, type: string): string[] =>
  Object.entries(form.types).flatMap(([name, its]) => (its === type ? [name] : []));

/** A form without an address goes back to the page it stands on. */
function formsIn(html: string, at: URL): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => {
    const form: Form = { action: new URL(attribute(head, 'action') ?? at.href, at).href, fields: {}, types: {} };
    for (const [tag] of inside.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
      const name = attribute(tag, 'name');
      if (!name) continue;
      const type = attribute(tag, 'type') ?? 'text';
      const isCode = attribute(tag, 'autocomplete') === 'one-time-code';
      form.types[name] = isCode ? 'code' : type;
      const isChosen = !['checkbox', 'radio'].includes(type) || /\schecked\b/.test(tag);
      if (isChosen) form.fields[name] = attribute(tag, 'value') ?? '';
    }
    return form;
  });
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
