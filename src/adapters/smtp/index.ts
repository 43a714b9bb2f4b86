// E-mail over SMTP, one connection per message: a mail server that went away never holds a message back.
import nodemailer from 'nodemailer';
import type { Delivery, Email, Sender } from '#capabilities/messages/sender.ts';
import { isLoopback } from '#kernel/loopback.ts';
import { failureOf } from './failure.ts';

export type SmtpOptions = {
  /** `smtp://user:password@host:587` (with STARTTLS, required unless the host is this machine) or `smtps://…`. Empty: there is none. */
  url: string;
  /** For the whole conversation. */
  timeoutSeconds?: number;
};

/** Sent means that the server has taken the message over. */
export function smtpSender({ url, timeoutSeconds = 20 }: SmtpOptions): Pick<Sender, 'email'> {
  return {
    async email(message): Promise<Delivery> {
      if (url === '') return { kind: 'failed', isPermanent: true, why: 'not_configured' };
      const transport = nodemailer.createTransport(connectionOf(url, timeoutSeconds));
      try {
        const taken = await transport.sendMail({
          ...contentOf(message),
          signal: AbortSignal.timeout(timeoutSeconds * 1000),
        });
        return { kind: 'sent', id: taken.messageId };
      } catch (error) {
        return failureOf(error);
      } finally {
        transport.close();
      }
    },
  };
}

function connectionOf(url: string, timeoutSeconds: number) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isImplicit = protocol === 'smtps:';
  const milliseconds = timeoutSeconds * 1000;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : isImplicit ? 465 : 587,
    secure: isImplicit,
    // Codes and receipts are not for the wire: without encryption nothing is sent, except to this machine.
    ...(isLoopback(url) ? { ignoreTLS: !isImplicit } : { requireTLS: !isImplicit }),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    pool: false,
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    dnsTimeout: milliseconds,
    // The content is ours alone; nothing in it may make the mailer open a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const;
}

const contentOf = (message: Email) => ({
  to: message.to,
  from: message.from,
  subject: message.subject,
  html: message.html,
  text: message.text,
  messageId: message.messageId,
  // RFC 3834: nobody's out-of-office answers a machine.
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments: (message.attachments ?? []).map((file) => ({
    filename: file.name,
    contentType: file.mediaType,
    content: Buffer.from(file.content),
  })),
});
