import type { ComponentProps } from 'react'
import type { IssueState, KnownIssue } from '../../contract/bulletin.ts'
import { isOpenIssue, workaroundOf } from '../../domain/lab/issues.ts'
import { Pill } from '../ui/marks/Pill.tsx'
import { useIssueMessages } from './issue-messages.ts'
import styles from './IssueFacts.module.css'

type Look = Pick<ComponentProps<typeof Pill>, 'glyph' | 'tone'>

const states: Record<IssueState | 'unstated', Look> = {
  reported: { glyph: '○', tone: 'plain' },
  investigating: { glyph: '◐', tone: 'plain' },
  confirmed: { glyph: '!', tone: 'mixed' },
  resolved: { glyph: '✓', tone: 'good' },
  unstated: { glyph: '–', tone: 'plain' },
}

const workarounds: Record<'yes' | 'no' | 'unread', Look> = {
  yes: { glyph: '✓', tone: 'good' },
  no: { glyph: '✕', tone: 'bad' },
  unread: { glyph: '?', tone: 'mixed' },
}

/** The two facts of a known issue: whether something helps, and how far it is. */
export function IssueFacts({ issue }: { issue: KnownIssue }) {
  const t = useIssueMessages()
  const isOpen = isOpenIssue(issue)
  const workaround = workaroundOf(issue) ?? 'unread'
  // What the team says goes first.
  const said = issue.reopened !== undefined && issue.state === 'resolved' ? 'confirmed' : issue.state
  const state = isOpen ? (said ?? 'unstated') : 'resolved'
  return (
    <span className={styles['issue-facts']}>
      {(isOpen || workaround === 'yes') && <Pill {...workarounds[workaround]}>{t.workaround[workaround]}</Pill>}
      {workaround !== 'unread' && <Pill {...states[state]}>{t.state[state]}</Pill>}
    </span>
  )
}
