import { redirect } from '@sveltejs/kit';
import { inLanguage } from '#kernel/language.ts';
import { ownPath, withoutLanguage } from '../../../address.ts';
import { fieldsOf } from '../../../form.ts';
import { isTheme, setTheme } from '../../../theme.ts';
import type { RequestHandler } from './$types';

/** Takes the choice of appearance from the foot of any page and goes back there. */
export const POST: RequestHandler = async (event) => {
  const form = await fieldsOf(event.request);
  const theme = form.get('aspetto');
  setTheme(event, isTheme(theme) ? theme : undefined);
  redirect(303, inLanguage(event.locals.language, withoutLanguage(ownPath(form.get('torna')))));
};
