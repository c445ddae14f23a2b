/** From single findings to the changes of a version: those that say the same of several things are one change. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import { changeKinds, namedInChange, type Change, type ChangeKind } from '../../../contract/changes.ts'
import { meaningOf, omitting } from './meaning.ts'

/** What is found to have changed of one thing; without `of` it is the bulletin itself. */
export type FoundChange = {
  kind: ChangeKind
  of?: string
  from?: string | undefined
  to?: string | undefined
  on?: string | undefined
  platforms?: readonly string[]
}

/** Finds what is changed of a part of a bulletin. */
export type FindChanges<T = Bulletin> = (before: T, after: T) => FoundChange[]

/** The most changes of one kind that are told one by one; the rest is one change that names what it is about. */
const toldOneByOne = 10

/** That a value is another one now; nothing where it is not. */
export const valueChange = (kind: ChangeKind, from: string | undefined, to: string | undefined): FoundChange[] =>
  from === to ? [] : [{ kind, from, to }]

/** What is found on single platforms: where it is the same, once for all of these. An empty one is none. */
export function onAll(found: readonly (FoundChange & { platform: string })[]): FoundChange[] {
  const alike = Map.groupBy(found, (finding) => meaningOf(omitting(finding, 'platform')))
  return [...alike.values()].flatMap((same) => {
    const platforms = same.flatMap(({ platform }) => (platform === '' ? [] : [platform]))
    return same.slice(0, 1).map((finding) => ({ ...omitting(finding, 'platform'), platforms }))
  })
}

function changeOf(
  kind: ChangeKind,
  findings: readonly FoundChange[],
  { from, to, on }: Partial<FoundChange> = {},
): Change {
  const of = [...new Set(findings.flatMap((finding) => finding.of ?? []))]
  const platforms = [...new Set(findings.flatMap((finding) => finding.platforms ?? []))]
  return {
    kind,
    of: of.slice(0, namedInChange.of),
    ...(of.length > namedInChange.of && { count: of.length }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(on !== undefined && { on }),
    ...(platforms.length > 0 && { platforms: platforms.slice(0, namedInChange.platforms) }),
    ...(platforms.length > namedInChange.platforms && { platformCount: platforms.length }),
  }
}

/** All that is found, in the order of attention. */
export function changesFrom(findings: readonly FoundChange[]): Change[] {
  const byKind = Map.groupBy(findings, ({ kind }) => kind)
  return changeKinds.flatMap((kind) => {
    const alike = Map.groupBy(byKind.get(kind) ?? [], (finding) => meaningOf(omitting(finding, 'of')))
    const groups = [...alike.values()]
    const rest = groups.slice(toldOneByOne).flat()
    return [
      ...groups.slice(0, toldOneByOne).map((group) => changeOf(kind, group, group[0])),
      ...(rest.length > 0 ? [changeOf(kind, rest)] : []),
    ]
  })
}
