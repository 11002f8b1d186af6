import { createTransport } from 'nodemailer';
import { htmlOf, type Letter, plainOf } from './letter.ts';

/** Sends letters. One for each node that has a mail server. */
export interface Post {
  /** @throws Error when the mail server did not take it; it may be sent again */
  send(letter: Letter, from: { name: string; address: string }): Promise<void>;
  close(): void;
}

/** Ten seconds to reach the mail server and thirty for each answer of it: it is one of the servers that may be slow. */
const WAITS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

/**
 * Opens the way to a mail server.
 * @param smtpUrl `smtp://user:password@host:587` or `smtps://…`
 */
export function openPost(smtpUrl: string): Post {
  const transport = createTransport(smtpUrl, { disableFileAccess: true, disableUrlAccess: true });
  Object.assign(transport.options, WAITS);
  return {
    async send(letter, from) {
      await transport.sendMail({
        from,
        to: letter.to,
        subject: letter.subject,
        text: plainOf(letter),
        html: htmlOf(letter),
        headers: {
          'Auto-Submitted': 'auto-generated',
          // RFC 8058: the reader's mail program offers one button for it
          'List-Unsubscribe': `<${letter.stop.href}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      });
    },
    close: () => transport.close(),
  };
}
