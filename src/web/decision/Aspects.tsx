import type { ReactNode } from 'react'
import { outcomes } from '../../contract/vocabulary.ts'
import type { Aspect } from '../../domain/decision/readiness.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { formatDay, formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { LocalText } from '../i18n/local-text.tsx'
import { useWords } from '../i18n/words.ts'
import { looks } from './assessment-looks.ts'
import { useDecisionMessages } from './messages.ts'
import styles from './Aspects.module.css'

/** How each aspect is assessed, with its reason. */
export function Aspects({ aspects }: { aspects: readonly Aspect[] }) {
  const t = useDecisionMessages()
  return (
    <dl className={styles['aspects']}>
      {aspects.map((aspect) => (
        <div key={aspect.of}>
          <dt>
            <i data-tone={looks[aspect.assessment].tone} aria-hidden>
              {looks[aspect.assessment].glyph}
            </i>
            {t.aspects[aspect.of]}
            <span className="visually-hidden"> {t.assessment[aspect.assessment]}</span>
          </dt>
          <dd>
            <Reason aspect={aspect} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Reason({ aspect }: { aspect: Aspect }): ReactNode {
  const t = useDecisionMessages()
  const words = useWords()
  const language = useLanguage()
  switch (aspect.of) {
    case 'urgency':
      return words.urgency[aspect.level]
    case 'known-issues':
      return <Issues {...aspect} />
    case 'installation':
      return <Installation {...aspect} />
    case 'coverage':
      return aspect.counted === null ? t.notCounted : t.covered(aspect.counted)
    case 'support':
      return <Support {...aspect} />
    case 'lab': {
      const tested = outcomes.flatMap((outcome) => {
        const count = aspect.editions[outcome]
        return count === undefined ? [] : [`${words.lab[outcome]} ${t.editions(count)}`]
      })
      return tested.length === 0 ? t.noTests : formatList(tested, language)
    }
  }
}

/** Where it is to be installed, and in what it is elsewhere. */
function Installation(aspect: Extract<Aspect, { of: 'installation' }>) {
  const { install, alternative, contained } = aspect
  const t = useDecisionMessages()
  const language = useLanguage()
  return (
    <>
      {install + alternative > 0 && <p>{t.installation(install, alternative)}</p>}
      {contained > 0 && <p>{t.containedIn(contained, formatList(aspect.in, language))}</p>}
    </>
  )
}

/** Known issues, and the pages about them that nobody has read yet. */
function Issues(aspect: Extract<Aspect, { of: 'known-issues' }>) {
  const { assessment, described, withoutWorkaround, elsewhere, unread, pages } = aspect
  const t = useDecisionMessages()
  const language = useLanguage()
  return (
    <>
      {described + unread.length === 0 && <p>{assessment === 'go' ? t.noIssues : t.noIssuesOnFile}</p>}
      {described > 0 && <p>{t.issues(described, withoutWorkaround)}</p>}
      {elsewhere > 0 && <p>{t.elsewhere(elsewhere)}</p>}
      {pages.map(({ kb, builds, answer, readOn, url }) => (
        <p key={[kb, ...builds].join(' ')}>
          <a className="link" href={url} rel="noreferrer">
            {`KB${kb}`}
          </a>{' '}
          {t.page[answer](formatDay(readOn, language))}
        </p>
      ))}
      {unread.length > 0 && <p>{t.unread(unread.length)}</p>}
      {unread
        .flatMap(({ references }) => references)
        .map(({ url, title }) => (
          <p key={url}>
            <a className="link" href={url} rel="noreferrer">
              <LocalText text={title} />
            </a>
          </p>
        ))}
    </>
  )
}

function Support({ ended, limited, withoutFix, undated, concerned }: Extract<Aspect, { of: 'support' }>) {
  const t = useDecisionMessages()
  const names = useShortPlatformNames()
  const sentences = [
    ended.length > 0 && t.ended(names(ended)),
    limited.length > 0 && t.limited(names(limited)),
    withoutFix.length > 0 && t.withoutFix(names(withoutFix)),
    undated.length > 0 && t.undated(undated.length, concerned),
    concerned === 0 && t.noPlatform,
  ].filter((each) => each !== false)
  return sentences.length === 0 ? t.supported : sentences.map((each) => <p key={each}>{each}</p>)
}
