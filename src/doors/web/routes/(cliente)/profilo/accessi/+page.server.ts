import { redirect } from '@sveltejs/kit';
import { endSession, forgetDevice, sessionsOf, signOutEverywhere } from '#capabilities/access/index.ts';
import { helpAbout } from '#capabilities/help/index.ts';
import { clearSessionToken } from '../../../../cookies.server.ts';
import { customerOf } from '../../../../customer.server.ts';
import { fieldsOf } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { deviceLine, securityWords } from '../../../../parts/devices.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const devices = await sessionsOf(locals.context, customerOf(locals));
  return {
    devices: devices.map((device) => deviceLine(device, locals.language)),
    words: securityWords(locals.language),
    help: helpAbout(locals.language, 'dispositivi-e-sessioni', 'qualcuno-e-entrato'),
  };
};

export const actions: Actions = {
  async chiudi(event) {
    const session = String((await fieldsOf(event.request)).get('accesso') ?? '');
    await endSession(event.locals.context, customerOf(event.locals), { session });
    setNotice(event, 'session_closed');
    redirect(303, inLanguage(event.locals.language, '/profilo/accessi'));
  },
  async dimentica(event) {
    const device = String((await fieldsOf(event.request)).get('dispositivo') ?? '');
    await forgetDevice(event.locals.context, customerOf(event.locals), { device });
    setNotice(event, 'device_forgotten');
    redirect(303, inLanguage(event.locals.language, '/profilo/accessi'));
  },
  async ovunque(event) {
    await signOutEverywhere(event.locals.context, customerOf(event.locals));
    clearSessionToken(event);
    setNotice(event, 'signed_out_everywhere');
    redirect(303, inLanguage(event.locals.language, '/accesso'));
  },
};
