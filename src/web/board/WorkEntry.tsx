import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { WorkItem } from '../../contract/board.ts'
import { isOverdue } from '../../domain/due/overdue.ts'
import { useCommon } from '../i18n/common.ts'
import { formatDay, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { LocalText } from '../i18n/local-text.tsx'
import { codeOf } from '../lib/api.ts'
import { useMay, usePerson } from '../lib/me.ts'
import { refresh } from '../lib/live/refresh.ts'
import { nameMarks } from '../talk/marks.ts'
import { saveTriage } from '../triage/save-triage.ts'
import { TriageOf } from '../triage/TriageButton.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { SeverityBadge } from '../ui/marks/SeverityBadge.tsx'
import { UrgencyGauge } from '../ui/marks/UrgencyGauge.tsx'
import { HandoverForm } from './HandoverForm.tsx'
import { useBoardMessages } from './messages.ts'
import styles from './Talk.module.css'

/** A bulletin that waits: how urgent, until when, what was said when it was handed over, and what to do with it. */
export function WorkEntry({ item, isMine }: { item: WorkItem; isMine: boolean }) {
  const t = useBoardMessages()
  const common = useCommon()
  const language = useLanguage()
  const client = useQueryClient()
  const may = useMay('analyst')
  const me = usePerson()?.name ?? null
  const [isOpen, setOpen] = useState(false)
  const { id, title, urgency, severity, due, triage, handover } = item
  const { mutate, isPending, error } = useMutation({
    async mutationFn(assignee: string) {
      const { at: _at, by: _by, ...state } = triage
      await saveTriage(client, [{ ...state, assignee }])
      await refresh(client, { triage: [id] })
    },
    onError: () => refresh(client, { triage: [id] }),
  })
  // What is nobody's is handed over by nobody.
  const deed = isMine ? t.handOver : t.assign
  const day = due?.on ?? null
  const isOver = isOverdue(due)
  return (
    <li>
      <p className={clsx('muted', styles['head'])}>
        <SeverityBadge level={severity} />
        <UrgencyGauge level={urgency.level} />
        <span className={isOver ? 'hot' : undefined}>
          {day === null ? t.noDay : t[isOver ? 'overdue' : 'dueOn'](formatDay(day, language))}
        </span>
        <TriageOf id={id} hidesAssignee />
      </p>
      <p>
        <Link to="/bulletins/$id" params={{ id }} search={{}} className="link">
          {id}
        </Link>{' '}
        <LocalText text={title} />
      </p>
      {handover !== null && (
        <blockquote>
          <p className={clsx('muted', styles['head'])}>
            <bdi>{t.said(handover.who, formatMoment(handover.at, language))}</bdi>
          </p>
          <Markdown lang={language} isTyped marks={nameMarks(handover.mentions)}>
            {handover.text}
          </Markdown>
        </blockquote>
      )}
      {error !== null && (
        <p role="alert" className="hot">
          {common.problem[codeOf(error)]}
        </p>
      )}
      {may && !isOpen && (
        <div className="actions">
          {!isMine && me !== null && (
            <button
              type="button"
              className="button primary"
              aria-label={t.takeItOf(id)}
              disabled={isPending}
              onClick={() => mutate(me)}
            >
              {t.takeIt}
            </button>
          )}
          <button type="button" className="button" aria-label={t.deedOf(deed, id)} onClick={() => setOpen(true)}>
            {deed}
          </button>
        </div>
      )}
      {isOpen && <HandoverForm id={id} deed={deed} version={triage.version} onClose={() => setOpen(false)} />}
    </li>
  )
}
