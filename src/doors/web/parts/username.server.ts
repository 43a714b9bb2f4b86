// The field that takes an e-mail or a mobile number, on the pages of sign-in, recovery and registration.
import { z } from 'zod';
import { parseContact } from '#kernel/italian/contacts.ts';

export type TypedUsername = { typed: string; kind: 'email' | 'mobile'; value: string };

/** Reads what was typed; the messages are keys of the page's words. */
export const usernameField = (messages: { missing: string; shape: string; landline: string }) =>
  z.string().transform((typed, found): TypedUsername => {
    const read = parseContact(typed);
    const problem = typed.trim() === '' ? messages.missing : read.ok ? undefined : messages.shape;
    if (!problem && read.ok && read.value.kind !== 'landline') {
      return { typed: typed.trim(), kind: read.value.kind, value: read.value.value };
    }
    found.addIssue({ code: 'custom', message: problem ?? messages.landline });
    return z.NEVER;
  });
