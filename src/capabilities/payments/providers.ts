// Which providers this installation has, and with what they take money.
import type { Context } from '#kernel/context.ts';
import type { Cents } from '#kernel/money.ts';
import type { PaymentProvider } from './provider.ts';
import type { Method } from './rules/reasons.ts';
import { methodLimits, openMinutes } from './settings.ts';

/** The methods that exist here, each once; empty when nothing can be paid online. */
export const availableMethods = (context: Context): Method[] => [
  ...new Set(context.ports.payment.flatMap((provider) => provider.methods)),
];

/** What there is to say of each method that exists here; no limits where any amount will do. */
export const methodFacts = (
  context: Context,
): { method: Method; limits: { life: Cents; nonLife: Cents } | undefined; openMinutes: number }[] =>
  availableMethods(context).map((method) => ({
    method,
    limits:
      method === 'mybank' ? undefined : { life: methodLimits.life[method], nonLife: methodLimits.nonLife[method] },
    openMinutes: context.settings.value(openMinutes[method]),
  }));

/** The provider that takes a method. */
export const providerFor = (context: Context, method: Method): PaymentProvider | undefined =>
  context.ports.payment.find((provider) => provider.methods.includes(method));

/** The provider an attempt was made at; nothing when it has been switched off since. */
export const providerNamed = (context: Context, name: string): PaymentProvider | undefined =>
  context.ports.payment.find((provider) => provider.name === name);
