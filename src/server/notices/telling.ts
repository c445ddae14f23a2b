/** All of what tells people, made of the configuration. */
import type { SignIn } from '../../contract/access.ts'
import type { Letter } from '../../words/letter.ts'
import { weeklyLetter } from '../../words/weekly-letter.ts'
import { mayTell } from '../../domain/notices/may-tell.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Config } from '../config.ts'
import type { Store } from '../store/store.ts'
import { wordingOf } from '../wording.ts'
import { deliverersOf } from './channels/deliverers.ts'
import { matcherOf } from './matcher.ts'
import { matchingOf } from './matching.ts'
import { notifierOf } from './notifier.ts'
import { recipientsOf } from './recipients.ts'

type Deps = {
  store: Store
  catalogue: Catalogue
  signIn: SignIn
  config: Pick<Config, 'mail' | 'privateHosts' | 'proxy' | 'noticeTlp'>
  /** Where people reach this server: `https://hotfix.example`. */
  origin: string
  now: () => Date
  report: (error: unknown) => void
}

/** An issue leaves by any channel: what is for its recipients alone is left out. */
const mayLeave = (mark: string | undefined): boolean =>
  mayTell(mark, { kind: 'webhook', owner: { kind: 'team', name: '' } }, { kind: 'team' }, 'never')

/** `matcher` tells what subscriptions are told, `notifier` sends it. */
export function tellingOf({ store, catalogue, signIn, config, origin, now, report }: Deps) {
  const matcher = matcherOf({ store, catalogue, signIn, tlp: config.noticeTlp })
  const letterOfIssue = async (issue: string, language: 'ja' | 'en'): Promise<Letter | null> => {
    const found = await store.weekly.find(Number(issue))
    return found === null ? null : weeklyLetter(found, wordingOf(language), { mayTell: mayLeave })
  }
  const notifier = notifierOf({
    store,
    matching: matchingOf({ store, matcher }),
    recipients: recipientsOf({ store, signIn }),
    deliver: deliverersOf({ ...config, origin, now, weeklyLetter: letterOfIssue, report }),
    now,
    report,
  })
  return { matcher, notifier }
}
