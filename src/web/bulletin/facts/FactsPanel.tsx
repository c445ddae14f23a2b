import { useQuery } from '@tanstack/react-query'
import type { Bulletin } from '../../../contract/bulletin.ts'
import { isExploitKnown } from '../../../domain/bulletin/exploit.ts'
import { observed } from '../../../domain/lab/recorded.ts'
import { formatList } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { LocalText } from '../../i18n/local-text.tsx'
import { useWords } from '../../i18n/words.ts'
import { labQueries } from '../../lab/queries.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { useBulletinMessages } from '../messages.ts'
import { AlternativeFacts } from './AlternativeFacts.tsx'
import { Fact } from './Fact.tsx'
import { LabCount } from './LabCount.tsx'
import { SourceFact } from './SourceFact.tsx'
import styles from './FactsPanel.module.css'

/** The other facts of the bulletin, and where they are from. What is not known is said to be so. */
export function FactsPanel({ bulletin }: { bulletin: Bulletin }) {
  const t = useBulletinMessages()
  const words = useWords()
  const language = useLanguage()
  const { data: recorded = [] } = useQuery(labQueries.recorded(bulletin.id))
  const seen = observed(recorded)
  const { exploit, disclosure, impact, restart, restartNote, uninstall, environments } = bulletin
  return (
    <Panel id="facts" title={t.facts}>
      <dl className={styles['facts-panel']}>
        <Fact name={t.exploit} tone={isExploitKnown(exploit) ? 'hot' : exploit}>
          {words.exploit[exploit]}
        </Fact>
        <Fact name={t.disclosure} tone={disclosure}>
          {words.disclosure[disclosure]}
        </Fact>
        <Fact name={t.impact} tone={impact ?? 'unknown'}>
          {impact === null ? t.unknown : words.impact[impact]}
        </Fact>
        <Fact name={t.restart} tone={restart}>
          {words.restart[restart]}
          {restartNote !== undefined && (
            <small className="muted">
              {' '}
              <LocalText text={restartNote} />
            </small>
          )}
          <LabCount seen={seen.restart} />
        </Fact>
        <Fact name={t.uninstall} tone={uninstall}>
          {words.uninstall[uninstall]}
          <LabCount seen={seen.uninstall} />
        </Fact>
        <Fact name={t.environments} tone={environments.length === 0 ? 'unknown' : ''}>
          {environments.length === 0
            ? t.notStated
            : formatList(
                environments.map((one) => words.environment[one]),
                language,
              )}
        </Fact>
        <AlternativeFacts bulletin={bulletin} />
        <DetectionFact detection={bulletin.detection} />
        <SourceFact source={bulletin.source} />
        <ExportFact id={bulletin.id} />
      </dl>
    </Panel>
  )
}

function ExportFact({ id }: { id: string }) {
  const t = useBulletinMessages()
  const language = useLanguage()
  return (
    <Fact name={t.export} tone="plain" isOnScreenOnly>
      <a href={`/api/bulletins/${id}/csaf?lang=${language}`} className="link" download>
        CSAF 2.0
      </a>{' '}
      <a href={`/api/bulletins/${id}`} className="link" download={`${id}.json`}>
        JSON
      </a>
    </Fact>
  )
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
