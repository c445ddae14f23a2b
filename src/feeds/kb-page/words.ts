/** The words by which support pages are read, in English and Japanese. */
import type { IssueState } from '../../contract/bulletin.ts'

/** What a part of an issue is about; `other` is of no interest. */
export type PartKind = 'symptom' | 'workaround' | 'resolution' | 'other'

const labels: readonly [PartKind, RegExp][] = [
  ['symptom', /^(?:symptoms?|description|issue|現象|症状)$/i],
  ['workaround', /^(?:workarounds?|mitigations?|回避策|対処方法|対処法)$/i],
  ['resolution', /^(?:resolution|status|next steps?|解決(?:策|方法)?|状態|状況|次のステップ)$/i],
  ['other', /^(?:third-party .*|affected .*|applies to|cause|原因|適用対象|影響を受ける.*|サードパーティ.*)$/i],
]

/** One space where there are several, and no mark that cannot be seen. */
export const plain = (text: string): string =>
  text
    .replaceAll(/\u200C|\u200D|\u2060|\uFEFF/g, '')
    .replaceAll(/[\s\u200B]+/g, ' ')
    .trim()

/** What the part under a label is about; null for what is no label. */
export function partOf(label: string): PartKind | null {
  const word = plain(label).replace(/\s*[:：]$/, '')
  return labels.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

/** Whether a heading begins the section on known issues. */
export const isIssuesHeading = (heading: string): boolean =>
  /^known issues?(?: (?:in|with|and|for) .*)?$/i.test(plain(heading)) || plain(heading).endsWith('既知の問題')

/** Whether a section says that there are no issues. */
export const saysNone = (text: string): boolean =>
  /\bnot (?:currently |presently )?aware of any (?:known )?issues?\b|\bno known issues\b|問題(?:は|を).{0,8}(?:認識して|認識されて|把握して|確認されて)い?(?:ません|ない)|既知の問題はありません/i.test(
    plain(text),
  )

/** The sentences of a text: a line begins another one. */
export const sentencesOf = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => plain(line).split(/(?<=[.!?])\s+|(?<=。)/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

const isToCome = /\b(?:will|not|yet|plan|planned|working|progress|upcoming|future)\b|予定|今後|将来|取り組|ません|ない/i

/** Whether a sentence says that the issue is resolved. */
export const saysResolved = (sentence: string): boolean =>
  !isToCome.test(sentence) &&
  (/\bissues? (?:is|was|has been|have been|are|were) (?:now )?(?:addressed|resolved|fixed)\b|^(?:addressed|resolved|fixed) (?:in|by|with)\b/i.test(
    sentence,
  ) ||
    /(?:解決|修正|対処|対応)(?:され|済み|しました)/.test(sentence))

/** What a sentence tells of how far an issue is, the furthest first. */
const progress: readonly [IssueState, (sentence: string) => boolean][] = [
  ['resolved', saysResolved],
  [
    'confirmed',
    (sentence) =>
      /\bresolution is in progress\b|\bworking on (?:a|the) (?:resolution|fix)\b|\bwill be (?:included|addressed|resolved|fixed|provided|released) (?:in|with|by)\b|\bconfirmed\b|解決(?:策|方法)?に取り組|修正(?:する|される)予定|確認済み/i.test(
        sentence,
      ),
  ],
  ['investigating', (sentence) => /\binvestigating\b|\blooking into\b|調査(?:中|して)/i.test(sentence)],
  ['reported', (sentence) => /\breceived reports?\b|\breports of\b|\b(?:is|are|been) reported\b|報告/i.test(sentence)],
]

/** How far an issue is by what is said of it; absent where nothing of the kind is. */
export function progressIn(sentences: readonly string[]): IssueState | undefined {
  return progress.find(([, says]) => sentences.some((sentence) => says(sentence)))?.[0]
}

const isNoHelp =
  /\bno (?:known |available )?workarounds?\b|\bnot (?:yet )?(?:been )?(?:addressed|resolved|fixed)\b|\bworkaround is (?:not|currently)\b|\bmore information\b|\bupdate will be provided\b|\bprovide (?:an update|more)\b|回避策は(?:ありません|ない|現在)|詳細(?:情報)?(?:は|が)|情報が(?:入り|得られ)次第/i

/** Whether a sentence tells how far an issue is, or that nothing helps: then it is no help itself. */
export const isProgressOnly = (sentence: string): boolean =>
  isNoHelp.test(sentence) || progress.some(([, says]) => says(sentence))

/** Whether a sentence under another label says what helps. */
export const saysHelp = (sentence: string): boolean => /\bwork(?:ing)? ?around\b|^until\b|回避|それまで/i.test(sentence)

/** The KB numbers in a text, digits only, each once. */
export const kbsIn = (text: string): string[] => [
  ...new Set([...plain(text).matchAll(/\bKB ?(\d{5,8})\b/gi)].map(([, digits = '']) => digits)),
]

/** The builds that a title names: "26100.4349". */
export const buildsIn = (title: string): string[] => [
  ...new Set([...plain(title).matchAll(/(?<![\d.])(\d{4,5}\.\d{1,5})(?![\d.])/g)].map(([, build = '']) => build)),
]
