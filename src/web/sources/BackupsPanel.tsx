import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Backups } from '../../contract/backups.ts'
import { backups as endpoints } from '../../contract/endpoints/backups.ts'
import { useCommon } from '../i18n/common.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { FormError } from '../ui/forms/FormError.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { Pill } from '../ui/marks/Pill.tsx'
import { useBackupMessages } from './backup-messages.ts'
import styles from './BackupsPanel.module.css'
import { sourceQueries } from './queries.ts'

/** How backups on the schedule go, for admins: when the last good one was made, and what to do where there is none. */
export function BackupsPanel() {
  const t = useBackupMessages()
  const common = useCommon()
  const client = useQueryClient()
  const { data, error } = useQuery(sourceQueries.backups())
  const [failure, setFailure] = useState<unknown>(null)
  const [isAsked, setIsAsked] = useState(false)
  async function makeNow() {
    setFailure(null)
    setIsAsked(true)
    try {
      client.setQueryData(sourceQueries.backups().queryKey, await call(endpoints.makeBackup, {}))
    } catch (problem) {
      setFailure(problem)
    }
    setIsAsked(false)
  }
  const button = (
    <button
      type="button"
      className="button"
      disabled={isAsked || data?.isRunning === true}
      onClick={() => void makeNow()}
    >
      {t.now}
    </button>
  )
  return (
    <Panel id="backups" title={t.title} actions={data !== undefined && data.folder !== null && button}>
      {failure !== null && <FormError>{common.problem[codeOf(failure)]}</FormError>}
      {data === undefined ? (
        <p className="muted" role="status">
          {error === null ? common.loading : `${t.notRead} ${common.problem[codeOf(error)]}`}
        </p>
      ) : (
        <State backups={data} />
      )}
    </Panel>
  )
}

const looks = {
  good: { glyph: '✓', tone: 'good' },
  late: { glyph: '!', tone: 'mixed' },
  failed: { glyph: '✕', tone: 'bad' },
  waiting: { glyph: '–', tone: 'plain' },
  running: { glyph: '…', tone: 'plain' },
} as const

function lookOf({ isRunning, isLate, lastGood, lastAttempt }: Backups): keyof typeof looks {
  if (isRunning) return 'running'
  if (lastAttempt !== null && lastAttempt.why !== null) return 'failed'
  if (isLate) return 'late'
  return lastGood === null ? 'waiting' : 'good'
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

function State({ backups }: { backups: Backups }) {
  const t = useBackupMessages()
  const language = useLanguage()
  const { folder, everyMinutes, keep, isRunning, lastGood, lastAttempt, nextAt } = backups
  const look = lookOf(backups)
  const size = lastGood && { size: megabytes(lastGood.bytes), rows: lastGood.rows }
  return (
    <div className={styles['backups']}>
      {(folder !== null || size !== null) && (
        <p role="status">
          <Pill {...looks[look]}>{t[look]}</Pill>{' '}
          {lastGood === null || size === null ? t.never : t.lastGood(formatMoment(lastGood.at, language), size)}
        </p>
      )}
      {lastAttempt !== null && lastAttempt.why !== null && (
        <p className="hot">
          {t.failedAt(formatMoment(lastAttempt.at, language))} <span lang="en">{lastAttempt.why}</span>
        </p>
      )}
      {folder === null ? (
        <>
          <p>{t.noFolder}</p>
          <p className="muted">{t.howTo}</p>
        </>
      ) : (
        <p className="muted">
          {t.schedule(everyText(everyMinutes ?? 0, t), keep ?? 0)} <code>{folder}</code>
        </p>
      )}
      {nextAt !== null && !isRunning && (
        <p className="muted">
          {t.next}: {formatMoment(nextAt, language)}
        </p>
      )}
    </div>
  )
}

function everyText(minutes: number, t: ReturnType<typeof useBackupMessages>): string {
  const [hour, day] = [60, 24 * 60]
  if (minutes % day === 0 && minutes > day) return t.days(minutes / day)
  return minutes % hour === 0 ? t.hours(minutes / hour) : t.minutes(minutes)
}
