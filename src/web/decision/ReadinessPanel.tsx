import type { ReactNode } from 'react'
import type { BulletinEvent } from '../../contract/events.ts'
import type { Assessment, Decision } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { outcomes } from '../../contract/words.ts'
import type { Aspect, Readiness } from '../../domain/decision/readiness.ts'
import { formatList } from '../i18n/format.ts'
import { useLabMessages } from '../lab/messages.ts'
import { LocalText } from '../i18n/local-text.tsx'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { Pill } from '../ui/marks/Pill.tsx'
import { Sign } from './Sign.tsx'
import { Signature } from './Signature.tsx'
import './ReadinessPanel.css'

type Props = {
  bulletin: string
  readiness: Readiness
  /** What has happened to the bulletin, the first first; null until it is known. */
  events: readonly BulletinEvent[] | null
  names: (ids: readonly PlatformId[]) => string
  /** Signs in the reader's name; null for who may only look. */
  onDecide: ((decision: Omit<Decision, 'basis'>) => Promise<unknown>) | null
  /** A way to record what the lab sees. */
  children: ReactNode
}

const looks: Record<Assessment, { glyph: string; tone: 'good' | 'mixed' | 'bad' | 'plain' }> = {
  go: { glyph: '✓', tone: 'good' },
  caution: { glyph: '!', tone: 'mixed' },
  'no-go': { glyph: '×', tone: 'bad' },
  unknown: { glyph: '?', tone: 'plain' },
}

/** What speaks for deploying and what against it, each with its reason, and who has decided what. */
export function ReadinessPanel(props: Props) {
  const { bulletin, events, names, onDecide, children } = props
  const { overall, aspects } = props.readiness
  const t = useLabMessages()
  return (
    <Panel id="readiness" title={t.readiness}>
      <div className="readiness">
        <Pill {...looks[overall]}>{t.assessment[overall]}</Pill>
        <dl>
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
                <Reason aspect={aspect} names={names} />
              </dd>
            </div>
          ))}
        </dl>
        {children}
        {events !== null && <Signature events={events} />}
        {events !== null && onDecide !== null && (
          <Sign key={bulletin} bulletin={bulletin} seen={events.at(-1)?.id ?? 0} onDecide={onDecide} />
        )}
      </div>
    </Panel>
  )
}

/** What is known of issues, and the pages about them that somebody has to read yet. */
function Issues({ assessment, described, withoutWorkaround, unread }: Extract<Aspect, { of: 'known-issues' }>) {
  const t = useLabMessages()
  if (described + unread.length === 0) return assessment === 'go' ? t.noIssues : t.noIssuesOnFile
  return (
    <>
      {described > 0 && <p>{t.issues(described, withoutWorkaround)}</p>}
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

function Reason({ aspect, names }: { aspect: Aspect; names: Props['names'] }): ReactNode {
  const t = useLabMessages()
  const words = useWords()
  const language = useLanguage()
  if (aspect.of === 'urgency') return words.urgency[aspect.level]
  if (aspect.of === 'known-issues') return <Issues {...aspect} />
  if (aspect.of === 'coverage') return aspect.counted === null ? t.notCounted : t.covered(aspect.counted)
  if (aspect.of === 'support') {
    const said = [
      aspect.ended.length > 0 && t.ended(names(aspect.ended)),
      aspect.withoutFix.length > 0 && t.withoutFix(names(aspect.withoutFix)),
      aspect.undated.length > 0 && t.undated(aspect.undated.length, aspect.concerned),
      aspect.concerned === 0 && t.noPlatform,
    ].filter((each) => each !== false)
    return said.length === 0 ? t.supported : said.map((each) => <p key={each}>{each}</p>)
  }
  const tested = outcomes.flatMap((outcome) => {
    const count = aspect.editions[outcome]
    return count === undefined ? [] : [`${words.lab[outcome]} ${t.editions(count)}`]
  })
  return tested.length === 0 ? t.noTests : formatList(tested, language)
}
