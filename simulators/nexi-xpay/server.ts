// A payment gateway that is none: it speaks Nexi XPay's protocol (facts.md 7.2) and lets a person or a test pick the outcome.
import { closeServer, listen, Refusal } from '../http.ts';
import { answerLook } from '../look.ts';
import { answerApi, base } from './api.ts';
import { answerControl } from './control.ts';
import { answerDesk } from './desk.ts';
import { Gateway, type GatewayOptions } from './gateway.ts';
import { answerHostedPage } from './page.ts';
import { rules } from './style.ts';

export type Simulator = { port: number /** Base address for NEXI_ADDRESS. */; address: string; close(): Promise<void> };

export async function startNexiXpay(options: GatewayOptions & { port: number }): Promise<Simulator> {
  const gateway = new Gateway(options);
  const { port, server } = await listen(options.port, async (call, response, url) => {
    const { pathname } = url;
    if (pathname.startsWith(`${base}/`)) return answerApi(gateway, call, response, url);
    if (pathname === '/control' || pathname.startsWith('/control/')) return answerControl(gateway, call, response, url);
    const hosted = /^\/hosted\/([\w.]+)$/.exec(pathname)?.[1];
    if (hosted !== undefined && answerLook(response, hosted, rules)) return;
    if (hosted !== undefined) return answerHostedPage(gateway, call, response, url, hosted);
    if (answerLook(response, pathname.slice(1), rules)) return;
    if (pathname === '/') return answerDesk(gateway, call, response);
    throw new Refusal(404, 'nothing here');
  });
  return {
    port,
    address: `http://127.0.0.1:${port}${base}`,
    async close() {
      gateway.close();
      await closeServer(server);
    },
  };
}
