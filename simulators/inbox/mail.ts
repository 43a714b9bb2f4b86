// A real SMTP server: whatever is handed to it ends up in the box, one copy per recipient.
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Box } from './box.ts';
import type { Switches } from './switches.ts';

const bytesMax = 20 * 1024 * 1024;

export type MailServer = { port: number; close(): Promise<void> };

/** Listens on this machine only. Any name and password are taken. */
export async function listenForMail(port: number, box: Box, switches: () => Switches): Promise<MailServer> {
  const server = new SMTPServer({
    name: 'inbox.simulator',
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: bytesMax,
    maxClients: 100,
    socketTimeout: 20_000,
    closeTimeout: 500,
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onRcptTo(_address, session, done) {
      const { mail } = switches();
      if (mail === 'drop') return cut(session);
      if (mail === 'refuse') return done(answer(550, 'No such mailbox here'));
      if (mail === 'later') return done(answer(451, 'Try again later'));
      done();
    },
    async onData(stream, session, done) {
      try {
        const mail = await simpleParser(stream);
        if (stream.sizeExceeded) return done(answer(552, 'Message too large'));
        const from = mail.from?.value[0];
        for (const recipient of session.envelope.rcptTo) {
          box.add({
            channel: 'email',
            to: recipient.address,
            from: { name: from?.name ?? '', address: from?.address ?? '' },
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            html: mail.html || '',
            at: new Date().toISOString(),
            messageId: mail.messageId ?? '',
            reference: '',
            attachments: mail.attachments.map((file) => ({
              name: file.filename ?? 'allegato',
              mediaType: file.contentType,
              content: file.content,
            })),
          });
        }
        if (switches().mail === 'lost') return cut(session);
        done();
      } catch {
        done(answer(554, 'The message cannot be read'));
      }
    },
  });
  // A client that goes away in the middle is its own matter.
  server.on('error', () => {});

  /** Ends a conversation without a word. */
  function cut(session: SMTPServerSession): void {
    for (const connection of server.connections) {
      if (connection.id === session.id) connection._socket.destroy();
    }
  }

  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

const answer = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
