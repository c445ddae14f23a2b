/** What happened to each bulletin in the span of an issue, from the log of changes. */
import { changeKinds, type Change, type ChangeEntry, type ChangeKind } from '../../contract/changes.ts'
import { isEscalation } from '../changes/loud.ts'

/** Where an issue tells of a bulletin: in one place alone, the first that fits. */
export type Place = 'new' | 'escalated' | 're-released' | 'issues' | 'other'

/** A known issue that was opened or closed, by its id or title; the last that happened to it counts. */
type IssueMove = { issue: string; what: 'opened' | 'closed' }

export type Changed = {
  id: string
  place: Place
  /** When it changed last. */
  at: string
  /** In the order of attention, the last first of a kind. */
  changes: Change[]
  issues: IssueMove[]
}

const opening = new Set<ChangeKind>(['known-issue-added', 'known-issue-reopened'])
const closing = new Set<ChangeKind>(['known-issue-resolved', 'known-issue-removed'])
const ofIssues = new Set<ChangeKind>([...opening, ...closing, 'known-issue-workaround', 'known-issue-changed'])
const packages = new Set<ChangeKind>(['package-replaced', 'package-added', 'package-removed'])

const place = new Map(changeKinds.map((kind, at) => [kind, at]))
const placeOf = ({ kind }: Change) => place.get(kind) ?? changeKinds.length

/** More pressing by what is said of the bulletin: that a fleet was entered, or an issue was found, is told elsewhere. */
const isPressing = (change: Change): boolean =>
  isEscalation(change) &&
  change.kind !== 're-released' &&
  change.kind !== 'machines-affected' &&
  !ofIssues.has(change.kind)

/** Its publisher has brought it out anew, or has changed what is installed. */
const isAnew = ({ kind }: Change): boolean => kind === 're-released' || kind === 'package-replaced'

function placeFor(changes: readonly Change[]): Place {
  if (changes.some(({ kind }) => kind === 'new')) return 'new'
  if (changes.some(isPressing)) return 'escalated'
  if (changes.some(isAnew)) return 're-released'
  return changes.some(({ kind }) => ofIssues.has(kind)) ? 'issues' : 'other'
}

/** What became of each known issue, from the oldest change to the last. */
function movesIn(changes: readonly Change[]): IssueMove[] {
  const last = new Map<string, IssueMove>()
  for (const { kind, of } of changes) {
    if (!opening.has(kind) && !closing.has(kind)) continue
    for (const issue of of) last.set(issue, { issue, what: opening.has(kind) ? 'opened' : 'closed' })
  }
  return [...last.values()]
}

/** The bulletins that the entries tell of, by id; entries come oldest first. */
export function weekOf(entries: readonly ChangeEntry[]): ReadonlyMap<string, Changed> {
  return new Map(
    Array.from(
      Map.groupBy(entries, ({ bulletin }) => bulletin),
      ([id, own]) => {
        const changes = own.flatMap((entry) => entry.changes)
        return [
          id,
          {
            id,
            place: placeFor(changes),
            at: own.at(-1)?.at ?? '',
            changes: changes.toReversed().toSorted((a, b) => placeOf(a) - placeOf(b)),
            issues: movesIn(changes),
          },
        ]
      },
    ),
  )
}

/** Whether what is installed is another now. */
export const hasOtherPackages = ({ changes }: Pick<Changed, 'changes'>): boolean =>
  changes.some(({ kind }) => packages.has(kind))

/** What makes it more pressing, then the rest. */
export const pressingFirst = ({ changes }: Pick<Changed, 'changes'>): Change[] => [
  ...changes.filter(isPressing),
  ...changes.filter((change) => !isPressing(change)),
]
