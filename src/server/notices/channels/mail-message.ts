/** A letter as a mail: its headers, and the same words as text and as HTML. */
import type { SendMailOptions } from 'nodemailer'
import { shorterLetter } from '../../../words/shorter-letter.ts'
import { plainLine } from '../../../words/plain-line.ts'
import { phrase } from './encoded-words.ts'
import { letterText } from './letter-text.ts'
import { mailHtml } from './mail-html.ts'
import type { MailSettings } from './mail-settings.ts'
import type { Message } from './parts.ts'

/** Mail programs cut off what is longer than about 100 KB. */
const maxLines = 100

/** Longer subjects are cut by every mail program. */
const maxSubject = 150

/** Mail programs show the name of a list in a narrow column. */
const maxListName = 60

/** What an id in angle brackets may have before its `@`. */
const idPart = (text: string): string => text.replaceAll(/[^A-Za-z0-9._-]/g, '-').slice(0, 100)

/**
 * `List-Id` (RFC 2919) tells subscriptions apart, `References` binds the mails about one bulletin together, and
 * `List-Unsubscribe-Post` (RFC 8058) lets a mail program end the subscription without a page. `Message-ID` and `Date` are
 * the same at each attempt.
 */
export function mailMessage(message: Message, to: string, from: MailSettings['from']): SendMailOptions {
  const { about, origin } = message
  const letter = shorterLetter(message.letter, maxLines)
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  const told = { ...message, letter }
  const thread = about.thread === null ? null : `<thread.${idPart(about.thread)}@${domain}>`
  const list = about.subscription === undefined ? 'notices' : `subscription-${about.subscription}`
  return {
    from,
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    subject: plainLine(letter.headline, maxSubject),
    text: letterText(told),
    html: mailHtml(told),
    date: new Date(about.madeAt),
    messageId: `<${idPart(about.id)}@${domain}>`,
    ...(thread !== null && { inReplyTo: thread, references: [thread] }),
    headers: {
      'List-Id': {
        prepared: true,
        foldLines: true,
        value: `${phrase(plainLine(about.name, maxListName))} <${list}.hotfix-report.${domain}>`,
      },
      // No program answers it: absence notes, and tickets of tickets.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(about.unsubscribe !== null && {
        'List-Unsubscribe': {
          prepared: true,
          value: `<${origin}/api/unsubscribe/${encodeURIComponent(about.unsubscribe)}>`,
        },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
