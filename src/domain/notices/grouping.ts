/**
 * Which lines go into which notice. At once: the first change of a subject goes at once, further ones of it within ten
 * minutes are one following notice; what an import run brings is one notice, sent at its end. By the day or the week: all
 * lines until then are one.
 */
import type { NoticeTiming } from '../../contract/notices.ts'

/** After a notice has told of a subject, its further changes wait for so long, in milliseconds. */
export const followingAfter = 10 * 60_000

/** A line that is to go into a notice. `subject`: the bulletin, or the page that it is about. */
export type PlacedLine = { event: number; at: string; subject: string; run: number | null }

/**
 * A notice as far as it matters here. `dueAt`: when it may go; null while its import run goes on, and `notBefore` then
 * says the earliest moment, where there is one. `isFrozen`: what it says is settled, so that no line comes to it.
 */
export type OpenNotice = {
  key: string
  dueAt: string | null
  notBefore: string | null
  run: number | null
  isFrozen: boolean
}

/** What is known of a subscription: its notices that wait or have told within ten minutes, and the last one of each subject. */
export type KnownNotices = { notices: readonly OpenNotice[]; lastOf: ReadonlyMap<string, string> }

/** Which notices there are then (those that are new have keys that begin with `new`), and to which one each line goes, in their order. */
export type Grouped = { notices: readonly OpenNotice[]; keys: readonly string[] }

type Rules = {
  when: NoticeTiming
  /** The moment of a digest after another one, both ISO 8601. */
  nextAt: (after: string) => string
}

const later = (a: string, b: string) => (a > b ? a : b)
const after = (moment: string, milliseconds: number) => new Date(Date.parse(moment) + milliseconds).toISOString()

/** Places lines, oldest first, one after the other: the same in one batch as in several. */
export function groupedLines(lines: readonly PlacedLine[], known: KnownNotices, { when, nextAt }: Rules): Grouped {
  const notices = new Map(known.notices.map((notice) => [notice.key, notice]))
  const lastOf = new Map(known.lastOf)
  let made = 0
  const put = (notice: Omit<OpenNotice, 'key' | 'isFrozen'>): OpenNotice => {
    const fresh = { ...notice, key: `new ${made++}`, isFrozen: false }
    notices.set(fresh.key, fresh)
    return fresh
  }
  const found = (is: (notice: OpenNotice) => boolean) =>
    [...notices.values()].find((each) => !each.isFrozen && is(each))

  /** The notice of an import run that waits for its end, or for the end of the ten minutes, too. */
  function ofRun(run: number, notBefore: string | null): OpenNotice {
    const same = found(
      (each) => each.run === run && each.dueAt === null && (each.notBefore === null) === (notBefore === null),
    )
    if (same === undefined) return put({ dueAt: null, notBefore, run })
    const moved = { ...same, notBefore: notBefore === null ? null : later(notBefore, same.notBefore ?? notBefore) }
    notices.set(moved.key, moved)
    return moved
  }

  /** The digest of a moment; the next one where that has gone already. */
  function digest(at: string): OpenNotice {
    const dueAt = nextAt(at)
    if ([...notices.values()].some((each) => each.isFrozen && each.dueAt === dueAt)) return digest(dueAt)
    return found((each) => each.dueAt === dueAt) ?? put({ dueAt, notBefore: null, run: null })
  }

  /** What waits already takes in what comes meanwhile: so the order of a subject is kept. */
  function waiting(last: OpenNotice | undefined, at: string): OpenNotice | null {
    if (last === undefined || last.isFrozen) return null
    if (last.dueAt === null) return last
    if (last.dueAt < at) return null
    // It was to be a digest, and the subscription tells at once now.
    if (when.every !== 'change' || last.dueAt <= after(at, followingAfter)) return last
    const moved = { ...last, dueAt: at }
    notices.set(moved.key, moved)
    return moved
  }

  function place({ at, subject, run }: PlacedLine): OpenNotice {
    const last = notices.get(lastOf.get(subject) ?? '')
    const same = waiting(last, at)
    if (same !== null) return same
    if (when.every !== 'change') return digest(at)
    const until = last === undefined || last.dueAt === null ? null : after(last.dueAt, followingAfter)
    const held = until !== null && until > at ? until : null
    return run === null ? put({ dueAt: held ?? at, notBefore: null, run: null }) : ofRun(run, held)
  }

  const keys = lines.map((line) => {
    const { key } = place(line)
    lastOf.set(line.subject, key)
    return key
  })
  return { notices: [...notices.values()], keys }
}

/** When the notice of an import run may go, once that has ended. */
export const dueAfterRun = (endedAt: string, { notBefore }: Pick<OpenNotice, 'notBefore'>): string =>
  notBefore === null ? endedAt : later(endedAt, notBefore)
