// What a failed conversation means for the message: try again, or not.
import type { Delivery, DeliveryFailure } from '#capabilities/messages/sender.ts';

/** What nodemailer tells of a failure, as far as we use it. */
type Told = { code: string; command: string; responseCode: number };

/**
 * Only a 5xx about the recipient or the message itself is permanent (RFC 5321 §4.2.1). One about signing in or the
 * sender is the operator's matter: it is put right, and then the message goes.
 */
export function failureOf(error: unknown): Extract<Delivery, { kind: 'failed' }> {
  const told = read(error);
  const isRefusal = told.responseCode >= 500 && told.responseCode < 600;
  const why = whyOf(told);
  return { kind: 'failed', isPermanent: isRefusal && (why === 'recipient_refused' || why === 'message_refused'), why };
}

function read(error: unknown): Told {
  // A programming error is no delivery failure; only what the mailer itself reports is.
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const command = 'command' in error ? String(error.command) : '';
  const responseCode = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
  return { code: String(error.code), command, responseCode };
}

function whyOf({ code, command, responseCode }: Told): DeliveryFailure {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2' || responseCode === 530) return 'authentication';
  if (code === 'ETLS' || code === 'EREQUIRETLS') return 'tls';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'timeout';
  // A connection that was made and then closed is ECONNECTION; one that was never made is ESOCKET.
  if (code === 'EDNS' || (code === 'ESOCKET' && command === 'CONN')) return 'unreachable';
  if (responseCode === 0) return 'connection';
  if (responseCode < 500) return 'deferred';
  if (command === 'RCPT TO') return 'recipient_refused';
  if (command === 'MAIL FROM') return 'sender_refused';
  return command === 'DATA' || code === 'EMESSAGE' ? 'message_refused' : 'fault';
}
