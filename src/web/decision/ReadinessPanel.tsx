import type { ReactNode } from 'react'
import type { BulletinEvent } from '../../contract/events.ts'
import type { Assessment, Decision } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { outcomes } from '../../contract/words.ts'
import type { Aspect, Readiness } from '../../domain/decision/readiness.ts'
import { formatList } from '../i18n/format.ts'
import { useLabMessages } from '../lab/messages.ts'
import { LocalText } from '../i18n/local-text.tsx'
import { useMessages } from '../i18n/messages.ts'
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
  const m = useLabMessages()
  return (
    <Panel id="readiness" title={m.readiness}>
      <div className="readiness">
        <Pill {...looks[overall]}>{m.assessment[overall]}</Pill>
        <dl>
          {aspects.map((aspect) => (
            <div key={aspect.of}>
              <dt>
                <i data-tone={looks[aspect.assessment].tone} aria-hidden>
                  {looks[aspect.assessment].glyph}
                </i>
                {m.aspects[aspect.of]}
                <span className="visually-hidden"> {m.assessment[aspect.assessment]}</span>
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
  const m = useLabMessages()
  if (described + unread.length === 0) return assessment === 'go' ? m.noIssues : m.noIssuesOnFile
  return (
    <>
      {described > 0 && <p>{m.issues(described, withoutWorkaround)}</p>}
      {unread.length > 0 && <p>{m.unread(unread.length)}</p>}
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
  const m = useLabMessages()
  const { w, language } = useMessages()
  if (aspect.of === 'urgency') return w.urgency[aspect.level]
  if (aspect.of === 'known-issues') return <Issues {...aspect} />
  if (aspect.of === 'coverage') return aspect.counted === null ? m.notCounted : m.covered(aspect.counted)
  if (aspect.of === 'support') {
    const said = [
      aspect.ended.length > 0 && m.ended(names(aspect.ended)),
      aspect.withoutFix.length > 0 && m.withoutFix(names(aspect.withoutFix)),
      aspect.undated.length > 0 && m.undated(aspect.undated.length, aspect.concerned),
      aspect.concerned === 0 && m.noPlatform,
    ].filter((each) => each !== false)
    return said.length === 0 ? m.supported : said.map((each) => <p key={each}>{each}</p>)
  }
  const tested = outcomes.flatMap((outcome) => {
    const count = aspect.editions[outcome]
    return count === undefined ? [] : [`${w.lab[outcome]} ${m.editions(count)}`]
  })
  return tested.length === 0 ? m.noTests : formatList(tested, language)
}
