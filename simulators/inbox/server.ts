// Where the demo's e-mails and text messages arrive: an SMTP server, an SMS provider, a page and its JSON twin.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { closeServer, controlBody, json, listen, page, Refusal, send } from '../http.ts';
import { answerLook } from '../look.ts';
import { Box, type Message } from './box.ts';
import { listenForMail } from './mail.ts';
import { inboxPage, readLook } from './page.ts';
import { rules } from './style.ts';
import { calm, readSwitches, type Switches } from './switches.ts';
import { segmentsOf, takeText } from './texts.ts';

export type InboxSimulator = { httpPort: number; smtpPort: number; close(): Promise<void> };

/** Long questions for new messages end before a proxy's patience does. */
const waitSecondsMax = 8;

export async function startInbox({
  httpPort,
  smtpPort,
}: {
  httpPort: number;
  smtpPort: number;
}): Promise<InboxSimulator> {
  const box = new Box();
  let switches: Switches = { ...calm };
  const mail = await listenForMail(smtpPort, box, () => switches);

  const { port, server } = await listen(httpPort, async (call, response, url) => {
    const { pathname } = url;
    if (pathname === '/sms' && call.method === 'POST') return takeText(box, switches, call, response);
    if (pathname === '/control' || pathname.startsWith('/control/')) return control(pathname, call, response);
    if (call.method !== 'GET' && call.method !== 'HEAD') throw new Refusal(405, 'only reading');
    if (pathname === '/demo/inbox' || pathname === '/demo/inbox/' || pathname === '/demo/') {
      return page(response, 200, inboxPage(box, readLook(url)));
    }
    if (pathname === '/demo/inbox.json') return twin(box, response, url);
    const [, kind, id = '', index] = /^\/demo\/inbox\/(mail|file)\/(\w+)(?:\/(\d+))?$/.exec(pathname) ?? [];
    if (kind === 'mail') return mailDocument(box.byId(id), response);
    if (kind === 'file') return file(box.byId(id), Number(index), response);
    if (pathname.startsWith('/demo/') && answerLook(response, pathname.slice('/demo/'.length), rules)) return;
    throw new Refusal(404, 'nothing here');
  });

  async function control(pathname: string, call: IncomingMessage, response: ServerResponse): Promise<void> {
    if (call.method === 'POST') {
      const asked = await controlBody(call);
      if (pathname === '/control/clear') box.clear();
      else if (pathname === '/control/reset') switches = { ...calm };
      else if (pathname === '/control') {
        const read = readSwitches(asked);
        if (typeof read === 'string') throw new Refusal(400, read);
        switches = { ...switches, ...read };
      } else throw new Refusal(404, 'no such control');
    }
    json(response, 200, { switches, messages: box.all().length });
  }

  return {
    httpPort: port,
    smtpPort: mail.port,
    async close() {
      await Promise.all([closeServer(server), mail.close()]);
    },
  };
}

/** `?to=` one address, `&after=` only what came after that id, `&wait=` seconds for the first one to come. Newest first. */
async function twin(box: Box, response: ServerResponse, url: URL): Promise<void> {
  const asked = Number(url.searchParams.get('wait') ?? 0);
  const seconds = Number.isFinite(asked) ? Math.min(Math.max(asked, 0), waitSecondsMax) : 0;
  const question = { to: url.searchParams.get('to') || undefined, after: url.searchParams.get('after') || undefined };
  const found = await box.findWithin(question, seconds * 1000);
  json(response, 200, { messages: found.map(asJson) });
}

const asJson = ({ attachments, from, ...message }: Message) => ({
  ...message,
  from: from.address || from.name,
  fromName: from.name,
  ...(message.channel === 'sms' && { segments: segmentsOf(message.text) }),
  attachments: attachments.map(({ name, mediaType, content }, index) => ({
    name,
    mediaType,
    bytes: content.length,
    href: `/demo/inbox/file/${message.id}/${index}`,
  })),
});

/** The HTML of an e-mail, as a document that can load nothing, run nothing and touch nothing; its links open beside. */
function mailDocument(message: Message | undefined, response: ServerResponse): void {
  if (!message) throw new Refusal(404, 'no such message');
  const base = '<base target="_blank">';
  const document = /<head[^>]*>/i.test(message.html)
    ? message.html.replace(/<head[^>]*>/i, (head) => head + base)
    : base + message.html;
  send(
    response,
    200,
    {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; form-action 'none'",
    },
    document,
  );
}

function file(message: Message | undefined, index: number, response: ServerResponse): void {
  const found = message?.attachments[index];
  if (!found) throw new Refusal(404, 'no such file');
  send(
    response,
    200,
    {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    },
    found.content,
  );
}
