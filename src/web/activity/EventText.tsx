import type { ReactNode } from 'react'
import type { Change } from '../../contract/changes.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import { useRecordMessages } from './messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { DecisionText } from './DecisionText.tsx'
import { ImportText } from './ImportText.tsx'
import { IssueText } from './IssueText.tsx'
import { LabText } from './LabText.tsx'
import { RolloutText } from './RolloutText.tsx'
import { TriageText } from './TriageText.tsx'

type Props = {
  event: BulletinEvent
  eventAt: (id: number) => BulletinEvent | undefined
  /** Writes down what an import has changed. */
  listed: (changes: readonly Change[]) => ReactNode
}

/** What has happened, in words. */
export function EventText({ event, eventAt, listed }: Props) {
  const t = useRecordMessages()
  const language = useLanguage()
  switch (event.topic) {
    case 'bulletins':
      return <ImportText event={event} listed={listed} />
    case 'discussion': {
      const text = event.what === 'said' ? event.detail.text : null
      if (text === null) return <p className="muted">{t.takenBack}</p>
      // The language of what people write is not known: it is the page's, as far as anyone can tell.
      return (
        <Markdown lang={language} isTyped>
          {text}
        </Markdown>
      )
    }
    case 'decision':
      return <DecisionText verdict={event.what} {...event.detail} />
    case 'lab':
      return <LabText record={event.detail} before={recordAt(eventAt, event.detail.corrects)} />
    case 'issues':
      return <IssueText state={event.what} {...event.detail} />
    case 'coverage': {
      const concerned = event.detail.machines.filter(({ isApplied }) => isApplied !== null)
      return <p>{t.covered(concerned.filter(({ isApplied }) => isApplied).length, concerned.length)}</p>
    }
    case 'rollouts':
      return event.what === 'measured' ? (
        <RolloutText rollout={event.detail} />
      ) : (
        <RolloutText rollout={rolloutAt(eventAt, event.detail.of)} isWithdrawn />
      )
    case 'triage':
      return <TriageText {...event.detail} />
  }
}

function recordAt(eventAt: Props['eventAt'], id: number | null) {
  const event = id === null ? undefined : eventAt(id)
  return event?.topic === 'lab' ? event : null
}

function rolloutAt(eventAt: Props['eventAt'], id: number) {
  const event = eventAt(id)
  return event?.topic === 'rollouts' && event.what === 'measured' ? event.detail : null
}
