// Messages as a phone shows them: a thread of bubbles, or an e-mail with its HTML in a frame that can do nothing.
import { type Html, html } from '../http.ts';
import type { Message } from './box.ts';
import { icons } from './icons.ts';
import { segmentsOf } from './texts.ts';
import { type Language, words } from './words.ts';
import { dayOf, markedText, shownClock, shownDay } from './write.ts';

const frame = (kind: string, at: string, language: Language, screen: Html): Html =>
  html`<div class="phone ${kind}"><div class="screen"><p class="bar" aria-hidden="true"><span>${shownClock(at, language)}</span>${icons.signal}</p>${screen}</div></div>`;

/** `messages` newest first; the thread reads downwards, and its newest end is what is seen. */
export function textPhone(messages: readonly Message[], language: Language): Html {
  const say = words[language];
  const [newest] = messages;
  if (!newest) return html``;
  const shown = messages.slice(0, 30).reverse();
  const bubbles = shown.map((message, index) => {
    const before = shown[index - 1];
    const isNewDay = !before || dayOf(before.at) !== dayOf(message.at);
    return html`${isNewDay && html`<li class="day">${shownDay(message.at, language)}</li>`}
<li class="bubble"><p>${markedText(message.text)}</p><p class="foot"><time datetime="${message.at}">${shownClock(message.at, language)}</time> · ${say.segments(segmentsOf(message.text))}</p></li>`;
  });
  return frame(
    'texts',
    newest.at,
    language,
    html`<div class="contact"><span class="face">${newest.from.name.slice(0, 1).toUpperCase()}</span><p>${newest.from.name}</p></div>
<div class="thread" tabindex="0" role="region" aria-label="${say.messages(shown.length)}"><ol>${bubbles}</ol></div>`,
  );
}

export function mailPhone(message: Message, language: Language): Html {
  const say = words[language];
  const name = message.from.name || message.from.address;
  const subject = message.subject || say.noSubject;
  return frame(
    'mail',
    message.at,
    language,
    html`<div class="letter">
<p class="subject">${subject}</p>
<div class="sender"><span class="face">${name.slice(0, 1).toUpperCase()}</span><p><b>${name}</b><time datetime="${message.at}">${shownClock(message.at, language)}</time><span>${say.to} ${message.to}</span></p></div>
${
  message.attachments.length > 0 &&
  html`<ul class="files">${message.attachments.map(
    (file, index) => html`<li><a href="/demo/inbox/file/${message.id}/${index}">${icons.clip}${file.name}</a></li>`,
  )}</ul>`
}
</div>
${
  message.html === ''
    ? html`<div class="text" tabindex="0" role="region" aria-label="${say.content}">${message.text}</div>`
    : html`<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/demo/inbox/mail/${message.id}" title="${say.content}: ${subject}"></iframe>`
}`,
  );
}
