import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import type { FieldReport } from '../../contract/field-reports.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { useCommon } from '../i18n/common.ts'
import { dot, formatMoment, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { useZone } from '../lib/clock.tsx'
import { useMay, usePerson } from '../lib/me.ts'
import { Markdown } from '../ui/Markdown.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { Pill } from '../ui/marks/Pill.tsx'
import { useTalkMessages } from './messages.ts'
import { takeBackFieldReport } from './queries.ts'
import styles from './FieldReports.module.css'

/** Where and on how many machines something was seen, in a line. */
export function FieldReportFacts({ report }: { report: FieldReport }) {
  const t = useTalkMessages()
  const language = useLanguage()
  const names = useShortPlatformNames()
  const { outcome, platform, edition, machines, build } = report
  const facts = [platform === null ? '' : names([platform]), edition, build].filter((fact) => fact.trim() !== '')
  return (
    <p>
      <Pill glyph={outcome === 'works' ? '✓' : '✕'} tone={outcome === 'works' ? 'good' : 'bad'}>
        {t.seen[outcome]}
      </Pill>{' '}
      <b>{t.machineCount(formatNumber(machines))}</b> <bdi>{facts.join(dot(language))}</bdi>
    </p>
  )
}

/** One report. Its author can take it back. */
export function FieldReportEntry({ report }: { report: FieldReport }) {
  const t = useTalkMessages()
  const common = useCommon()
  const language = useLanguage()
  const zone = useZone()
  const client = useQueryClient()
  const may = useMay('analyst')
  const isOwn = usePerson()?.name === report.by && may
  const [isAsking, setAsking] = useState(false)
  return (
    <li>
      <FieldReportFacts report={report} />
      {report.text.trim() !== '' && (
        <Markdown lang={language} isTyped>
          {report.text}
        </Markdown>
      )}
      <p className={clsx('muted', styles['by'])}>
        <bdi>{report.by}</bdi> <time dateTime={report.at}>{formatMoment(report.at, language, zone)}</time>
        {isOwn && (
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {t.takeBack}
          </button>
        )}
      </p>
      {isAsking && (
        <QuestionDialog
          title={t.takeBackSure}
          yes={t.takeBack}
          onYes={() => takeBackFieldReport(client, report.bulletin, report.id)}
          onClose={() => setAsking(false)}
          refusal={(error) => `${t.notTakenBack} ${common.problem[codeOf(error)]}`}
        >
          <p>{t.takeBackHint}</p>
        </QuestionDialog>
      )}
    </li>
  )
}
