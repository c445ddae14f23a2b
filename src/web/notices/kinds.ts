/** The kinds of change in groups, as people choose them. */
import { noticeKinds, type NoticeKind } from '../../contract/notices.ts'

export const kindGroups = [
  'new',
  'exploited',
  'pressing',
  'released',
  'issues',
  'facts',
  'due',
  'people',
  'decisions',
  'plans',
] as const
export type KindGroup = (typeof kindGroups)[number]

const groupOf: Record<NoticeKind, KindGroup> = {
  new: 'new',
  reinstated: 'new',
  withdrawn: 'new',
  'machines-affected': 'new',
  'exploit-up': 'exploited',
  'known-exploited': 'exploited',
  disclosure: 'exploited',
  'epss-up': 'exploited',
  exploitability: 'exploited',
  'exploit-down': 'exploited',
  'severity-up': 'pressing',
  urgency: 'pressing',
  score: 'pressing',
  impact: 'pressing',
  'severity-down': 'pressing',
  're-released': 'released',
  'no-longer-superseded': 'released',
  superseded: 'released',
  'package-replaced': 'released',
  'package-added': 'released',
  'package-removed': 'released',
  'supersedence-added': 'released',
  'supersedence-removed': 'released',
  restart: 'released',
  uninstall: 'released',
  'known-issue-added': 'issues',
  'known-issue-reopened': 'issues',
  'known-issue-workaround': 'issues',
  'known-issue-resolved': 'issues',
  'known-issue-changed': 'issues',
  'known-issue-removed': 'issues',
  'issue-closed': 'issues',
  'platform-added': 'facts',
  'platform-removed': 'facts',
  'platform-rerated': 'facts',
  'vulnerability-added': 'facts',
  'vulnerability-removed': 'facts',
  'vulnerability-rerated': 'facts',
  'customer-action': 'facts',
  remedy: 'facts',
  'document-status': 'facts',
  tlp: 'facts',
  lab: 'facts',
  support: 'facts',
  details: 'facts',
  text: 'facts',
  published: 'facts',
  link: 'facts',
  'due-soon': 'due',
  overdue: 'due',
  'due-earlier': 'due',
  assigned: 'people',
  mentioned: 'people',
  commented: 'people',
  'field-reported': 'people',
  triaged: 'people',
  tested: 'decisions',
  decided: 'decisions',
  held: 'decisions',
  'hold-ended': 'decisions',
  'plan-changed': 'plans',
  'gate-waiting': 'plans',
}

/** The kinds of a group, in the order of attention. */
export const kindsOf = (group: KindGroup): NoticeKind[] => noticeKinds.filter((kind) => groupOf[kind] === group)

/** With all kinds of a group chosen, or none of them, in the order of attention. */
export function withGroup(chosen: readonly NoticeKind[], group: KindGroup, isChosen: boolean): NoticeKind[] {
  return noticeKinds.filter((kind) => (groupOf[kind] === group ? isChosen : chosen.includes(kind)))
}

/** With one kind more or less, in the order of attention. */
export function withKind(chosen: readonly NoticeKind[], kind: NoticeKind, isChosen: boolean): NoticeKind[] {
  return noticeKinds.filter((each) => (each === kind ? isChosen : chosen.includes(each)))
}

type Words = { all: string; group: Record<KindGroup, string>; kind: Record<NoticeKind, string> }

/** What is chosen, in words: groups of which everything is, and the other kinds by their own names. */
export function kindNames(chosen: readonly NoticeKind[], words: Words): string[] {
  if (noticeKinds.every((kind) => chosen.includes(kind))) return [words.all]
  return kindGroups.flatMap((group) => {
    const [kinds, taken] = [kindsOf(group), kindsOf(group).filter((kind) => chosen.includes(kind))]
    return taken.length === kinds.length ? [words.group[group]] : taken.map((kind) => words.kind[kind])
  })
}
