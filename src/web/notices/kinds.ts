/** The kinds of change in groups, as people choose them. */
import { noticeKinds, type NoticeKind } from '../../contract/notices.ts'

const kindsIn = {
  new: ['new', 'reinstated', 'withdrawn', 'machines-affected'],
  exploited: ['exploit-up', 'known-exploited', 'disclosure', 'epss-up', 'exploitability', 'exploit-down'],
  pressing: ['severity-up', 'urgency', 'score', 'impact', 'severity-down'],
  released: [
    're-released',
    'no-longer-superseded',
    'superseded',
    'package-replaced',
    'package-added',
    'package-removed',
    'supersedence-added',
    'supersedence-removed',
    'restart',
    'uninstall',
  ],
  issues: [
    'known-issue-added',
    'known-issue-reopened',
    'known-issue-workaround',
    'known-issue-resolved',
    'known-issue-changed',
    'known-issue-removed',
    'issue-closed',
  ],
  facts: [
    'platform-added',
    'platform-removed',
    'platform-rerated',
    'vulnerability-added',
    'vulnerability-removed',
    'vulnerability-rerated',
    'customer-action',
    'remedy',
    'document-status',
    'tlp',
    'lab',
    'support',
    'details',
    'text',
    'published',
    'link',
  ],
  due: ['due-soon', 'overdue', 'due-earlier'],
  people: ['assigned', 'mentioned', 'commented', 'field-reported', 'triaged'],
  decisions: ['tested', 'decided', 'held', 'hold-ended'],
  plans: ['plan-changed', 'gate-waiting'],
} as const satisfies Record<string, readonly NoticeKind[]>

export type KindGroup = keyof typeof kindsIn
export const kindGroups = Object.keys(kindsIn) as KindGroup[]

/** What is in a group. A kind of the contract that is in none does not compile where it is asked for. */
const isIn = (group: KindGroup, kind: (typeof kindsIn)[KindGroup][number]) =>
  (kindsIn[group] as readonly NoticeKind[]).includes(kind)

/** The kinds of a group, in the order of attention. */
export const kindsOf = (group: KindGroup): NoticeKind[] => noticeKinds.filter((kind) => isIn(group, kind))

/** With all kinds of a group chosen, or none of them, in the order of attention. */
export function withGroup(chosen: readonly NoticeKind[], group: KindGroup, isChosen: boolean): NoticeKind[] {
  return noticeKinds.filter((kind) => (isIn(group, kind) ? isChosen : chosen.includes(kind)))
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
