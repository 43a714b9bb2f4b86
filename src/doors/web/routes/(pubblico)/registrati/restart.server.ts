import { explain } from '../../../explain.ts';
import { restartPage } from '../../../parts/registration.server.ts';

/** A step without what comes before it, or too late: what happened, and the way to begin again (REG-11). */
export const restartedPage = ({ context, language }: App.Locals) => ({
  gone: explain(context, language, { code: 'registration.gone', values: {}, changes: 'you' }),
  ...restartPage(language, 'gone_title'),
});
