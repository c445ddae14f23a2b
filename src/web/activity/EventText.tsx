import type { BulletinEvent } from '../../contract/events.ts'
import { mentionedIn } from '../../domain/board/mentioned.ts'
import { useLanguage } from '../i18n/language.tsx'
import { nameMarks } from '../talk/marks.ts'
import { Markdown } from '../ui/Markdown.tsx'
import { DecisionText } from './DecisionText.tsx'
import { DueText } from './DueText.tsx'
import { FieldReportText } from './FieldReportText.tsx'
import { HoldText } from './HoldText.tsx'
import { ImportText } from './ImportText.tsx'
import { IssueText } from './IssueText.tsx'
import { LabText } from './LabText.tsx'
import { useActivityMessages } from './messages.ts'
import { NotedText } from './NotedText.tsx'
import { RolloutText } from './RolloutText.tsx'
import { TriageText } from './TriageText.tsx'

type Props = {
  event: BulletinEvent
  /** All events of the bulletin: some refer to an earlier one. */
  events: readonly BulletinEvent[]
}

/** What happened, in words. */
export function EventText({ event, events }: Props) {
  const t = useActivityMessages()
  const language = useLanguage()
  switch (event.topic) {
    case 'bulletins':
      return <ImportText event={event} />
    case 'changes':
      return <NotedText {...event.detail} />
    case 'discussion': {
      const text = event.what === 'said' ? event.detail.text : null
      if (text === null) return <p className="muted">{t.retracted}</p>
      // The language of a comment is not recorded: the page's is the best guess.
      return (
        <Markdown lang={language} isTyped marks={nameMarks(mentionedIn(event))}>
          {text}
        </Markdown>
      )
    }
    case 'field-reports':
      return event.what === 'taken-back' ? (
        <p className="muted">{t.reportTakenBack}</p>
      ) : (
        <FieldReportText outcome={event.what} {...event.detail} />
      )
    case 'decision':
      return <DecisionText verdict={event.what} {...event.detail} />
    case 'lab':
      return <LabText record={event.detail} before={resultIn(events, event.detail.corrects)} />
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
        <RolloutText rollout={rolloutIn(events, event.detail.of)} isWithdrawn />
      )
    case 'due':
      return <DueText event={event} />
    case 'holds':
      return <HoldText event={event} />
    case 'triage':
      return (
        <>
          <TriageText {...event.detail} />
          {event.detail.handover !== undefined && (
            <Markdown lang={language} isTyped marks={nameMarks(mentionedIn(event))}>
              {event.detail.handover.text}
            </Markdown>
          )}
        </>
      )
  }
}

function resultIn(events: readonly BulletinEvent[], id: number | null) {
  const event = events.find((each) => each.id === id)
  return event?.topic === 'lab' ? event : null
}

function rolloutIn(events: readonly BulletinEvent[], id: number) {
  const event = events.find((each) => each.id === id)
  return event?.topic === 'rollouts' && event.what === 'measured' ? event.detail : null
}
