/** In which order a notice tells its lines. */
import { noticeKinds, type NoticeKind, type NoticeLine } from '../../contract/notices.ts'
import { urgencies } from '../../contract/vocabulary.ts'

const kindRank = new Map<NoticeKind, number>(noticeKinds.map((kind, rank) => [kind, rank]))

/** How pressing a kind is: the most pressing has the lowest number. */
export const rankOfKind = (kind: NoticeKind): number => kindRank.get(kind) ?? noticeKinds.length

/** How pressing a line is: by the urgency of its bulletin, then by what happened. The most pressing has the lowest number. */
export function rankOfLine({ urgency, kind }: Pick<NoticeLine, 'urgency' | 'kind'>): number {
  const level = urgencies.findIndex((known) => known === urgency)
  return (level < 0 ? urgencies.length : level) * (noticeKinds.length + 1) + rankOfKind(kind)
}

/** The same lines, the most pressing first; of those that are equal the oldest. */
export const mostPressing = (lines: readonly NoticeLine[]): NoticeLine[] =>
  lines.toSorted((a, b) => rankOfLine(a) - rankOfLine(b) || (a.at < b.at ? -1 : Number(a.at > b.at)))
