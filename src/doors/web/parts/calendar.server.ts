// A due day as a file for one's calendar: an all-day event with an alarm three days before, RFC 5545. [PAY-4]
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import { type PayableView, paymentsWords } from '#capabilities/payments/index.ts';
import { policiesWords } from '#capabilities/policies/index.ts';
import { brandOf } from '#kernel/brand.ts';
import type { Context } from '#kernel/context.ts';
import { longDay, money } from '#kernel/format.ts';
import { inLanguage, type Language } from '#kernel/language.ts';

const alarmSeconds = 3 * 24 * 3600;

/** The file, and the name to keep it under. The same payable always has the same UID: importing it again moves the event. */
export function calendarFile(
  context: Context,
  payable: PayableView,
  language: Language,
): { name: string; content: string } {
  const say = paymentsWords(language);
  const line = policiesWords(language)('policies.line', { line: payable.policy.line });
  const amount = money(payable.amountCents, language);
  const summary = say('payments.calendar_name', { line, kind: payable.kind, amount });
  const address = new URL(
    inLanguage(language, `/polizze/${payable.policy.publicId}/paga/${payable.publicId}`),
    context.settings.text.publicAddress,
  ).href;
  const calendar = ical({ prodId: { company: brandOf(context).name, product: brandOf(context).product, language } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  const event = calendar.createEvent({
    id: `payable-${payable.publicId}`,
    // Noon, so that no zone moves the day; only the day is written.
    start: new Date(`${payable.dueOn}T12:00:00Z`),
    allDay: true,
    stamp: new Date(context.clock.now()),
    summary,
    description: [
      whenText(payable, language),
      say('payments.calendar_policy', { number: payable.policy.number }),
      address,
    ].join('\n'),
    url: address,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  });
  event.createAlarm({ type: ICalAlarmType.display, triggerBefore: alarmSeconds, description: summary });
  const word = say('payments.calendar_file');
  return { name: `${word}-${payable.dueOn}.ics`, content: calendar.toString() };
}

function whenText({ answer, window, isPayableOnline, kind }: PayableView, language: Language): string {
  const say = paymentsWords(language);
  const isOnline = answer.ok || (isPayableOnline && kind !== 'first');
  return say('payments.calendar_text', {
    when: !isOnline ? 'agency' : window.closes === 'never' ? 'from' : 'both',
    from: longDay(window.opens, language),
    until: window.closes === 'never' ? '' : longDay(window.closes, language),
  });
}
