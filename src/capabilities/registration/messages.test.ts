import { expect, test } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { instant } from '#kernel/days.ts';
import { languages } from '#kernel/language.ts';
import { keysFrom } from '#kernel/secrets.ts';
import { readSettings } from '#kernel/settings.ts';
import { alreadyRegistered, contactInUse, registrationCode } from './messages.ts';

// Messages are made of settings and keys alone.
const context = {
  settings: readSettings({ PUBLIC_ADDRESS: 'https://area.esempio.example' }, []),
  keys: keysFrom('the secret of the tests, 32 bytes and more'),
} as unknown as Context;

/** What one text message can say without falling back to half its length (GSM 03.38 with its extension). */
const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;

test.each(languages)('[REG-3] the message in %s has a link and four digits, bound to the site', async (language) => {
  const facts = {
    subject: 'abc123def456',
    sendNumber: 1,
    expiresAt: instant('2026-11-24T13:35:00Z'),
    linkExpiresAt: instant('2026-11-26T13:20:00Z'),
  };
  const { subject, blocks, sms } = await registrationCode.blocks(context, facts, language);
  const code = blocks.find((block) => block.kind === 'code')?.code ?? 'none';
  const href = blocks.find((block) => block.kind === 'button')?.href ?? 'none';
  expect(code).toMatch(/^\d{4}$/);
  expect(subject).toContain(code);
  const prefix = language === 'it' ? '' : `/${language}`;
  expect(href).toMatch(
    new RegExp(`^https://area.esempio.example${prefix}/registrati/link/abc123def456-1-[0-9a-f]{32}$`),
  );
  expect(sms).toContain(href);
  expect(sms.split('\n').at(-1)).toBe(`@area.esempio.example #${code}`);
  expect(sms).toMatch(gsm);
});

test.each(languages)(
  '[REG-2] the message about a contact in use in %s says in which role and leads on',
  async (language) => {
    const username = await contactInUse.blocks(context, { role: 'username' }, language);
    const confirmation = await contactInUse.blocks(context, { role: 'confirmation' }, language);
    expect(username.sms).toContain('/recupera');
    expect(confirmation.sms).toContain('/assistenza');
    expect(username.blocks).not.toEqual(confirmation.blocks);
    const registered = await alreadyRegistered.blocks(context, { username: 'g•••@p.example' }, language);
    const shared = await alreadyRegistered.blocks(context, {}, language);
    expect(registered.sms).toContain('g***@p.example');
    for (const { sms } of [username, confirmation, registered, shared]) expect(sms).toMatch(gsm);
  },
);
