// A Satispay that is none: it speaks the business API's protocol (facts.md 7.1) and lets a person or a test pick the outcome.
import { closeServer, listen, Refusal } from '../http.ts';
import { answerLook } from '../look.ts';
import { rules } from '../nexi-xpay/style.ts';
import { answerApi, base } from './api.ts';
import { answerControl } from './control.ts';
import { answerDesk } from './desk.ts';
import { answerPayPage } from './page.ts';
import { Shop, type ShopOptions } from './shop.ts';

export type Simulator = {
  port: number;
  /** For SATISPAY_ADDRESS. */
  address: string;
  /** An activation code for `sportello satispay pair`. */
  code: string;
  close(): Promise<void>;
};

export async function startSatispay(options: ShopOptions & { port: number }): Promise<Simulator> {
  const shop = new Shop(options);
  const { port, server } = await listen(options.port, async (call, response, url) => {
    const { pathname } = url;
    if (pathname.startsWith(`${base}/`)) return answerApi(shop, call, response, url);
    if (pathname === '/control' || pathname.startsWith('/control/')) return answerControl(shop, call, response, url);
    const paid = /^\/pay\/([\w.-]+)$/.exec(pathname)?.[1];
    if (paid !== undefined && answerLook(response, paid, rules)) return;
    if (paid !== undefined) return answerPayPage(shop, call, response, url, paid);
    if (answerLook(response, pathname.slice(1), rules)) return;
    if (pathname === '/') return answerDesk(shop, call, response);
    throw new Refusal(404, 'nothing here');
  });
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    code: shop.payments.newCode(),
    async close() {
      shop.close();
      await closeServer(server);
    },
  };
}
