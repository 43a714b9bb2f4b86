import { expect, test } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { instant } from '#kernel/days.ts';
import { languages } from '#kernel/language.ts';
import { keysFrom } from '#kernel/secrets.ts';
import { readSettings } from '#kernel/settings.ts';
import { codeElsewhere, deviceCode, newDevice, recoveryClosed, recoveryLink, usernameReminder } from './messages.ts';

// Messages are made of settings and keys alone.
const context = {
  settings: readSettings({ PUBLIC_ADDRESS: 'https://area.esempio.example' }, []),
  keys: keysFrom('the secret of the tests, 32 bytes and more'),
} as unknown as Context;
const at = instant('2026-11-24T13:35:00Z');

/** What one text message can say without falling back to half its length (GSM 03.38 with its extension). */
const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;

test.each(languages)(
  '[ACC-11] [INT-3] the code for a device in %s: in subject, text and bound to the site',
  async (language) => {
    const facts = { challengeId: 'c1', sendNumber: 1, expiresAt: at, device: 'Firefox, Linux' };
    const { subject, blocks, sms } = await deviceCode.blocks(context, facts, language);
    const code = blocks.find((block) => block.kind === 'code')?.code ?? 'none';
    expect(code).toMatch(/^\d{6}$/);
    expect(subject).toContain(code);
    expect(sms.split('\n').at(-1)).toBe(`@area.esempio.example #${code}`);
    expect(sms).toContain('14:35');
    expect(sms).toMatch(gsm);
    expect(sms.length).toBeLessThanOrEqual(160);
  },
);

test.each(languages)(
  '[ACC-2] [ACC-3] [ACC-7] [INT-3] the other text messages in %s fit the alphabet of phones',
  async (language) => {
    const texts = [
      await codeElsewhere.blocks(context, { device: 'Firefox, Linux', username: 'g•••@p.example', at }, language),
      await recoveryLink.blocks(context, { subject: 'abc123def456', sendNumber: 1, expiresAt: at }, language),
      await recoveryClosed.blocks(context, {}, language),
      await newDevice.blocks(context, { device: 'Firefox, Linux', at }, language),
      await usernameReminder.blocks(context, { kind: 'mobile', username: '+393301000482' }, language),
      await usernameReminder.blocks(context, { kind: 'email', username: 'giulia@p.example' }, language),
    ];
    for (const { sms, blocks } of texts) {
      expect(sms).toMatch(gsm);
      expect(sms).toContain('https://area.esempio.example/');
      expect(blocks.some((block) => block.kind === 'button')).toBe(true);
    }
  },
);
