import type { ReactNode } from 'react'
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Observed, SeenCount } from '../../domain/lab/recorded.ts'
import { isExploitKnown } from '../../domain/bulletin/exploit.ts'
import { useAdvisoryMessages } from '../i18n/advisory-words.ts'
import { formatDay, formatList } from '../i18n/format.ts'
import { LocalText } from '../i18n/local-text.tsx'
import { useBulletinMessages } from './messages.ts'
import { useDocumentMessages } from '../i18n/document-words.ts'
import { useLabMessages } from '../lab/messages.ts'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import './FactsPanel.css'

type Props = {
  bulletin: Bulletin
  /** What the lab saw of what is stated here. */
  observed: Observed
  /** The fixes before and after this one. */
  children: ReactNode
}

/** The facts that one decides by. What is not known is said to be so. */
export function FactsPanel({ bulletin, observed, children }: Props) {
  const t = useBulletinMessages()
  const advisoryWords = useAdvisoryMessages()
  const documentWords = useDocumentMessages()
  const words = useWords()
  const language = useLanguage()
  const { urgency, exploit, disclosure, impact, restart, restartNote, uninstall, environments, source } = bulletin
  return (
    <section className="facts-panel" aria-label={t.facts}>
      <dl>
        <Fact name={t.exploit} tone={isExploitKnown(exploit) ? 'hot' : exploit}>
          {words.exploit[exploit]}
        </Fact>
        <Fact name={t.disclosure} tone={disclosure}>
          {words.disclosure[disclosure]}
        </Fact>
        <Fact name={t.impact} tone={impact ?? 'unknown'}>
          {impact === null ? t.unknown : words.impact[impact]}
        </Fact>
        <Fact name={t.urgency}>{words.urgency[urgency.level]}</Fact>
        <Fact name={t.restart} tone={restart}>
          {words.restart[restart]}
          {restartNote !== undefined && (
            <small className="muted">
              {' '}
              <LocalText text={restartNote} />
            </small>
          )}
          <SeenInLab seen={observed.restart} />
        </Fact>
        <Fact name={t.uninstall} tone={uninstall}>
          {words.uninstall[uninstall]}
          <SeenInLab seen={observed.uninstall} />
        </Fact>
        <Fact name={t.environments} tone={environments.length === 0 ? 'unknown' : ''}>
          {environments.length === 0
            ? t.notStated
            : formatList(
                environments.map((one) => words.environment[one]),
                language,
              )}
        </Fact>
        {children}
        <DetectionFact detection={bulletin.detection} />
        <Fact name={t.source} tone="plain">
          {words.source[source.kind]}
          <br />
          <span className="document">{source.document}</span>
          {source.version !== undefined && source.releasedAt !== undefined && (
            <>
              <br />
              {t.documentVersion(source.version, formatDay(source.releasedAt.slice(0, 10), language))}
            </>
          )}
          {source.status !== undefined && (
            <>
              <br />
              {documentWords.document[source.status]}: {advisoryWords.status[source.status]}
            </>
          )}
          {source.tlp !== undefined && (
            <>
              <br />
              TLP:{source.tlp}
              {advisoryWords.tlp[source.tlp] !== undefined && ` (${advisoryWords.tlp[source.tlp]})`}
            </>
          )}
          {source.retrievedAt !== null && (
            <>
              <br />
              {t.retrieved(formatDay(source.retrievedAt.slice(0, 10), language))}
            </>
          )}
        </Fact>
        <Fact name={t.export} tone="plain">
          <a href={`/api/bulletins/${bulletin.id}/csaf?lang=${language}`} className="link" download>
            CSAF 2.0
          </a>
          ・
          <a href={`/api/bulletins/${bulletin.id}`} className="link" download={`${bulletin.id}.json`}>
            JSON
          </a>
        </Fact>
      </dl>
    </section>
  )
}

/** What is stated and what was seen stand side by side: neither is told in the other's place. */
function SeenInLab({ seen }: { seen: SeenCount | null }) {
  const labText = useLabMessages()
  return seen && <span className="seen"> {labText.seen(seen.yes, seen.of)}</span>
}

function DetectionFact({ detection }: Pick<Bulletin, 'detection'>) {
  const t = useBulletinMessages()
  const language = useLanguage()
  const toolsThat = (detects: boolean) =>
    formatList(
      detection.filter((tool) => tool.detects === detects).map(({ tool }) => tool),
      language,
    )
  const answers = [
    toolsThat(true) && t.detectedBy(toolsThat(true)),
    toolsThat(false) && t.notDetectedBy(toolsThat(false)),
  ].filter((answer) => answer !== '')
  return (
    <Fact name={t.detection} tone={answers.length === 0 ? 'unknown' : ''}>
      {answers.length === 0 ? t.notStated : formatList(answers, language)}
    </Fact>
  )
}

function Fact({ name, tone = '', children }: { name: string; tone?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-tone={tone}>{children}</dd>
    </div>
  )
}
