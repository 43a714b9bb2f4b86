// One request with its thread: the same page for a customer in *Richieste* and for the browser that asked. [REQ-1] [REQ-2]
import { type ActionFailure, type RequestEvent, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { requestWords, settle, showFor, textMax, write } from '#capabilities/requests/index.ts';
import { brandOf } from '#kernel/brand.ts';
import { wholeNumber } from '#kernel/format.ts';
import type { Failed } from '../failed.ts';
import { readForm, refuse } from '../form.ts';
import { inLanguage } from '../link.ts';
import { setNotice } from '../notice.ts';
import { lineText } from './support.server.ts';

/** The request and every sentence around it; nothing when it is not this viewer's. */
export async function threadPage({ context, language, viewer }: App.Locals, publicId: string) {
  const page = await showFor(context, viewer, { publicId });
  if (!page) return undefined;
  const say = requestWords(language);
  const { number } = page;
  return {
    page,
    words: {
      title: say('requests.page_title', { number }),
      facts: say('requests.page_facts'),
      thread: say('requests.page_thread'),
      write: say('requests.page_write'),
      writeLabel: say(page.isYourMove ? 'requests.page_write_answer' : 'requests.page_write_label'),
      writeHint: say('requests.page_write_hint', { max: wholeNumber(textMax, language) }),
      writeButton: say('requests.page_write_button'),
      settle: say('requests.page_settle'),
      settleHint: say('requests.page_settle_hint'),
      phone: say('requests.page_phone', { number, phone: brandOf(context).supportPhone.replaceAll(' ', '\u00a0') }),
      back: say('requests.page_back'),
      keep: say('requests.page_keep'),
      browser: say('requests.page_browser'),
      codeTitle: say('requests.code_page_title'),
      codeOver: say('requests.code_page_over'),
      codeLabel: say('requests.code_page_label'),
      codeHint: say('requests.code_page_hint'),
      codeButton: say('requests.code_page_button'),
      codeAgain: say('requests.code_page_again'),
      withoutTitle: say('requests.code_page_without_title'),
      without: say('requests.code_page_without'),
      withoutButton: say('requests.code_page_without_button'),
      auto: say('requests.code_page_auto'),
    },
  };
}
export type ThreadWords = NonNullable<Awaited<ReturnType<typeof threadPage>>>['words'];

type Event = RequestEvent<{ richiesta: string }>;

/** Adding a line and closing; `pathOf` is where this viewer sees the request. */
export function threadActions(pathOf: (publicId: string) => string) {
  return {
    async scrivi(event: Event): Promise<ActionFailure<Failed>> {
      const { context, language, viewer } = event.locals;
      const missing = requestWords(language)('requests.line_missing');
      const read = await readForm(event, z.object({ testo: lineText(language, missing) }));
      if (!read.ok) return read.failure;
      const publicId = event.params.richiesta;
      const written = await write(context, viewer, { publicId, text: read.data.testo });
      if (!written.ok) return refuse(event, written.reasons, { values: read.data });
      setNotice(event, 'request_written');
      redirect(303, inLanguage(language, pathOf(publicId)));
    },
    async chiudi(event: Event): Promise<ActionFailure<Failed>> {
      const { context, language, viewer } = event.locals;
      const publicId = event.params.richiesta;
      const settled = await settle(context, viewer, { publicId });
      if (!settled.ok) return refuse(event, settled.reasons);
      setNotice(event, 'request_settled');
      redirect(303, inLanguage(language, pathOf(publicId)));
    },
  };
}
