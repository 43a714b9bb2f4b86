// The inbox page: addresses on one side, and what was sent to them as it would look on a phone. No script.
import { type Html, html } from '../http.ts';
import type { Box, Message } from './box.ts';
import { comparable } from './box.ts';
import { icons } from './icons.ts';
import { mailPhone, textPhone } from './phone.ts';
import { type Language, type Words, words } from './words.ts';
import { shownAddress, shownTime } from './write.ts';

/** What the address of the page says. */
export type Look = {
  to: string | undefined;
  message: string | undefined;
  query: string;
  language: Language;
  isAuto: boolean;
};

export function readLook(url: URL): Look {
  const { searchParams } = url;
  return {
    to: searchParams.get('to') || undefined,
    message: searchParams.get('m') || undefined,
    query: searchParams.get('q') ?? '',
    language: searchParams.get('lang') === 'en' ? 'en' : 'it',
    isAuto: searchParams.has('auto'),
  };
}

/** An address of this page with something changed. */
function hrefOf(look: Look, changes: Partial<Look> = {}): string {
  const next = { ...look, ...changes };
  const query = new URLSearchParams();
  if (next.to) query.set('to', next.to);
  if (next.message) query.set('m', next.message);
  if (next.query) query.set('q', next.query);
  if (next.language === 'en') query.set('lang', 'en');
  if (next.isAuto) query.set('auto', '1');
  const text = query.toString();
  return text ? `/demo/inbox?${text}` : '/demo/inbox';
}

export function inboxPage(box: Box, look: Look): Html {
  const say = words[look.language];
  const chosen = look.to ? box.find({ to: look.to, after: undefined }) : [];
  const title = look.to ? `${shownAddress(comparable(look.to))} · ${say.title}` : say.title;
  return html`<!doctype html>
<html lang="${look.language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${look.isAuto && html`<meta http-equiv="refresh" content="4">`}
<title>${title}</title>
<link rel="stylesheet" href="/demo/look.css">
</head>
<body${look.to ? html` class="chosen"` : undefined}>
<header class="top">
<div><p class="mark">${icons.tray}${say.title}</p><p>${say.honest}</p></div>
<nav aria-label="${say.refresh}">
<a href="${hrefOf(look)}">${icons.refresh}${say.refresh}</a>
<a href="${hrefOf(look, { isAuto: !look.isAuto })}">${look.isAuto ? say.autoOff : say.autoOn}</a>
<a href="${hrefOf(look, { language: look.language === 'it' ? 'en' : 'it' })}" lang="${look.language === 'it' ? 'en' : 'it'}">${say.other}</a>
</nav>
</header>
<div class="columns">
${addressList(box, look, say)}
<main>${look.to ? chosenPart(chosen, look, say) : latestPart(box, look, say)}</main>
</div>
</body>
</html>`;
}

function addressList(box: Box, look: Look, say: Words): Html {
  const byAddress = new Map<string, Message[]>();
  for (const message of box.all()) {
    byAddress.set(message.to, [...(byAddress.get(message.to) ?? []), message]);
  }
  const wanted = comparable(look.query);
  const shown = [...byAddress].filter(([address]) => address.includes(wanted));
  const rows = shown.map(([address, messages]) => {
    const [newest] = messages;
    if (!newest) return undefined;
    const isHere = look.to !== undefined && comparable(look.to) === address;
    return html`<li><a href="${hrefOf(look, { to: address, message: undefined })}"${isHere && html` aria-current="page"`}>
<span class="plate ${newest.channel}">${newest.channel === 'sms' ? icons.phone : icons.mail}</span>
<span class="who"><b>${shownAddress(address)}</b><span>${newest.subject || newest.text}</span></span>
<span class="when"><time datetime="${newest.at}">${shownTime(newest.at, look.language)}</time><span class="count" title="${say.messages(messages.length)}">${messages.length}<span class="away"> ${say.messages(messages.length)}</span></span></span>
</a></li>`;
  });
  return html`<aside aria-label="${say.addresses}">
<form action="/demo/inbox" role="search">
<label for="q">${say.search}</label>
<div><input id="q" name="q" type="search" value="${look.query}" autocomplete="off">${look.language === 'en' && html`<input type="hidden" name="lang" value="en">`}<button>${say.searchButton}</button></div>
</form>
${rows.length > 0 ? html`<ul class="addresses">${rows}</ul>` : look.query !== '' && html`<p class="none">${say.nothingFound}</p>`}
</aside>`;
}

/** Nothing chosen: the newest thread of texts beside the newest e-mail. */
function latestPart(box: Box, look: Look, say: Words): Html {
  const text = box.all().find((message) => message.channel === 'sms');
  const mail = box.all().find((message) => message.channel === 'email');
  if (!text && !mail) {
    return html`<div class="empty">${icons.tray}<h1>${say.empty}</h1><p>${say.emptyHint}</p></div>`;
  }
  const thread = text ? box.find({ to: text.to, after: undefined }) : [];
  return html`<h1>${say.all}</h1>
<div class="phones">
${text && html`<section><h2>${icons.phone}<a href="${hrefOf(look, { to: text.to })}">${shownAddress(text.to)}</a></h2>${textPhone(thread, look.language)}</section>`}
${mail && html`<section><h2>${icons.mail}<a href="${hrefOf(look, { to: mail.to })}">${mail.to}</a></h2>${mailPhone(mail, look.language)}</section>`}
</div>`;
}

function chosenPart(messages: readonly Message[], look: Look, say: Words): Html {
  const shown = messages.find((message) => message.id === look.message) ?? messages[0];
  const back = html`<p class="back"><a href="${hrefOf(look, { to: undefined, message: undefined })}">${icons.back}${say.back}</a></p>`;
  const address = comparable(look.to ?? '');
  if (!shown) {
    return html`${back}<div class="empty">${icons.tray}<h1>${shownAddress(address)}</h1><p>${say.emptyHint}</p></div>`;
  }
  const asJson = html`<p><a href="/demo/inbox.json?to=${encodeURIComponent(address)}">${say.json}</a></p>`;
  if (shown.channel === 'sms') {
    return html`${back}<h1>${shownAddress(address)}</h1>
<div class="open"><div>${textPhone(messages, look.language)}</div><div class="beside">${linkList(shown, say)}${asJson}</div></div>`;
  }
  return html`${back}<h1>${address}</h1>
<div class="open"><div>${mailPhone(shown, look.language)}</div>
<div class="beside">
<section><h2>${say.inThisMailbox}</h2><ul class="subjects">${messages.map(
    (message) =>
      html`<li><a href="${hrefOf(look, { message: message.id })}"${message.id === shown.id && html` aria-current="true"`}><span>${message.subject || say.noSubject}</span><time datetime="${message.at}">${shownTime(message.at, look.language)}</time></a></li>`,
  )}</ul></section>
${attachmentList(shown, say)}${linkList(shown, say)}
<section><h2>${say.plain}</h2><pre tabindex="0" aria-label="${say.plain}">${shown.text}</pre></section>
${asJson}
</div></div>`;
}

function linkList(message: Message, say: Words): Html | undefined {
  if (message.links.length === 0) return undefined;
  return html`<section><h2>${say.links}</h2><ul class="links">${message.links.map(
    (link) => html`<li><a href="${link}" target="_blank" rel="noopener noreferrer">${link}</a></li>`,
  )}</ul></section>`;
}

function attachmentList(message: Message, say: Words): Html | undefined {
  if (message.attachments.length === 0) return undefined;
  return html`<section><h2>${say.attachments}</h2><ul class="links">${message.attachments.map(
    (file, index) =>
      html`<li><a href="/demo/inbox/file/${message.id}/${index}">${file.name}</a> <span class="small">${Math.ceil(file.content.length / 1024)} kB</span></li>`,
  )}</ul></section>`;
}
