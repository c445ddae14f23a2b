/** The texts of a bulletin that can be searched, beside those that the summary index has. */
import type { Bulletin, KnownIssue, Vulnerability } from '../../contract/bulletin.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import type { SearchPlace } from '../../contract/search.ts'
import type { Text } from '../../contract/text.ts'

/** A piece of text and where it is; `of` as in a hit. */
export type Passage = { place: SearchPlace; of: string | null; text: string }

/** Characters of a passage at most: an index that counts places in it has a limit. */
const longest = 2000

/** A long text in pieces, cut between lines where it has some. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const line of text.split('\n')) {
    if (piece.length + line.length >= longest && piece !== '') {
      pieces.push(piece)
      piece = ''
    }
    piece = piece === '' ? line : `${piece}\n${line}`
    for (; piece.length > longest; piece = piece.slice(longest)) pieces.push(piece.slice(0, longest))
  }
  return [...pieces, piece].filter((each) => each.trim() !== '')
}

type Said = string | Text | undefined

const textsOf = (said: Said): string[] => {
  if (said === undefined) return []
  return typeof said === 'string' ? [said] : [said.ja, said.en, said.other?.text].filter((text) => text !== undefined)
}

const at = (place: SearchPlace, of: string | null, said: readonly Said[]): Passage[] =>
  said.flatMap((each) =>
    textsOf(each)
      .flatMap(piecesOf)
      .map((text) => ({ place, of, text })),
  )

const ofVulnerability = ({
  id,
  summary,
  mitigations,
  faq,
  component,
  cwes = [],
  notes = [],
  acknowledgements = [],
}: Vulnerability) => [
  ...at('component', id, [component, ...cwes.map((cwe) => [cwe.id, cwe.name ?? ''].join(' ').trim())]),
  ...at('summary', id, [summary, mitigations]),
  ...at('faq', id, [faq]),
  ...at('note', id, [...notes.flatMap(({ title, text }) => [title, text]), ...acknowledgements]),
]

const ofIssue = ({ id, title, symptom, workaround, by }: KnownIssue) => [
  ...at('known-issue', id, [title, symptom, workaround?.text, by]),
  ...at(
    'registry',
    id,
    (workaround?.registry ?? []).map(({ key, name }) => `${key}\\${name}`),
  ),
]

const ofPackage = ({ name, updateName, fixedBuild, version, files }: Bulletin['packages'][number]) => [
  ...at('package', null, [name, updateName, version]),
  ...at('build', null, [fixedBuild]),
  ...at(
    'file',
    null,
    files.map((file) => `${file.name} ${file.version} (${file.folder})`),
  ),
]

/** What people still say of it: in the discussion, when they hand it over, and of what they saw outside the lab. */
function ofEvent(event: BulletinEvent): Passage[] {
  if (event.topic === 'discussion' && event.what === 'said')
    return at('comment', null, [event.detail.text ?? undefined])
  if (event.topic === 'triage') return at('comment', null, [event.detail.handover?.text])
  if (event.topic !== 'field-reports' || event.what === 'taken-back') return []
  return at('comment', null, [event.detail.text, event.detail.build])
}

/** All passages of a bulletin with what the lab has recorded, and of its discussion; each text once for a place. */
export function passagesOf(bulletin: Bulletin, events: readonly BulletinEvent[]): Passage[] {
  const { verification, detection, consoles, rollout, tests, remedies = [] } = bulletin
  const all = [
    ...bulletin.packages.flatMap(ofPackage),
    ...verification.flatMap(({ kind, path, expected, note }) =>
      at(kind === 'registry-key' ? 'registry' : kind === 'os-build' ? 'build' : 'file', null, [path, expected, note]),
    ),
    ...bulletin.knownIssues.flatMap(ofIssue),
    ...detection.flatMap(({ tool, shows }) => at('tool', null, [tool, shows])),
    ...consoles.flatMap(({ tool, where, name }) => at('tool', null, [tool, where, name])),
    ...rollout.flatMap(({ tool }) => at('tool', null, [tool])),
    ...tests.flatMap(({ edition, by, note }) => at('test', null, [edition, by, note])),
    ...events.flatMap(ofEvent),
    ...at('analysis', null, [bulletin.analysis, bulletin.action, bulletin.restartNote]),
    ...remedies.flatMap(({ text }) => at('remedy', null, [text])),
    ...bulletin.lifecycle.flatMap(({ product, note }) => at('note', null, [product, note])),
    ...bulletin.revisions.flatMap(({ summary }) => at('note', null, [summary])),
    ...bulletin.vulnerabilities.flatMap(ofVulnerability),
  ]
  return [
    ...new Map(all.map((passage) => [`${passage.place}\n${passage.of ?? ''}\n${passage.text}`, passage])).values(),
  ]
}
