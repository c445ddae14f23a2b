/** The field's vocabulary that people read: one table per closed list of the contract, complete by type. */
import type { Bulletin } from '../contract/bulletin.ts'
import type { DueBasis } from '../contract/due.ts'
import type {
  Disclosure,
  Environment,
  Exploit,
  Exploitability,
  ExploitedBy,
  Impact,
  IssuesOnFile,
  LabState,
  Outcome,
  Presence,
  Rating,
  Reach,
  Restart,
  SeverityOption,
  SortOrder,
  TriageOption,
  Uninstall,
  UrgencyLevel,
} from '../contract/words.ts'

export type Words = {
  severity: Record<SeverityOption, string>
  rating: Record<Rating, string>
  urgency: Record<UrgencyLevel, string>
  urgencyBasis: Record<Bulletin['urgency']['basis'], string>
  dueBasis: Record<DueBasis, string>
  exploit: Record<Exploit, string>
  disclosure: Record<Disclosure, string>
  impact: Record<Impact, string>
  restart: Record<Restart, string>
  uninstall: Record<Uninstall, string>
  environment: Record<Environment, string>
  outcome: Record<Outcome, string>
  lab: Record<LabState, string>
  knownIssues: Record<IssuesOnFile, string>
  replaced: Record<Presence, string>
  triage: Record<TriageOption, string>
  mine: Record<'to-install' | 'affected' | 'not-affected', string>
  assignee: Record<'me' | 'nobody' | 'anyone', string>
  exploitedBy: Record<ExploitedBy, string>
  ransomware: Record<'known', string>
  exploitability: Record<Exploitability | 'unknown', string>
  reach: Record<Reach, string>
  /** Kinds of change: only where something asks for them, since they are many. */
  changed?: Partial<Record<string, string>>
  sort: Record<SortOrder, string>
  source: Record<Bulletin['source']['kind'], string>
}
