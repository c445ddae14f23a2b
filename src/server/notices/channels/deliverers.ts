/** One `Deliver` for each kind of channel, made of the configuration. */
import type { Config } from '../../config.ts'
import type { Letter } from '../../../words/letter.ts'
import { letterOf } from '../../../words/letter-of.ts'
import { wordingOf } from '../../wording.ts'
import type { Deliver, Delivered, Deliverers } from '../deliver.ts'
import { sendMail } from './email.ts'
import { NoAnswer, poster } from './post.ts'
import { postToSlack } from './slack.ts'
import { postToTeams } from './teams.ts'
import { postWebhook } from './webhook.ts'
import type { Message } from './parts.ts'

export type DeliverySettings = Pick<Config, 'mail' | 'privateHosts' | 'proxy'> & {
  /** Where people reach this server: `https://hotfix.example`. */
  origin: string
  now: () => Date
  /** An issue of HotFix Weekly by its number; null where there is none of this number. */
  weeklyLetter: (issue: string, language: 'ja' | 'en') => Promise<Letter | null>
  report: (error: unknown) => void
}

type Send = (target: Parameters<Deliver>[0], message: Message) => Promise<Delivered>

export function deliverersOf({
  mail,
  privateHosts,
  proxy,
  origin,
  now,
  weeklyLetter,
  report,
}: DeliverySettings): Deliverers {
  const post = poster({ privateHosts, proxy, now })

  const by =
    (send: Send): Deliver =>
    async (target, content, about) => {
      try {
        const { language } = about
        const letter =
          content.about === 'weekly'
            ? await weeklyLetter(content.issue, language)
            : letterOf(content, wordingOf(language))
        if (letter === null) return { outcome: 'retry', answer: 'there is no such issue' }
        const confirmation = content.about === 'confirm' ? (target.confirmation ?? null) : null
        return await send(target, { letter, content, about, origin, confirmation })
      } catch (error) {
        if (error instanceof NoAnswer) return { outcome: 'retry', answer: error.message }
        report(error)
        return { outcome: 'retry', answer: 'it could not be written' }
      }
    }

  return {
    email: by((target, message) => sendMail(target, message, mail)),
    webhook: by((target, message) => postWebhook(target, message, post, now())),
    teams: by((target, message) => postToTeams(target, message, post)),
    slack: by((target, message) => postToSlack(target, message, post)),
  }
}
