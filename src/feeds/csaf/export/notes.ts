/** What CSAF has no field for: it goes along in notes, in the words of the contract. */
import type { Bulletin, KnownIssue } from '../../../contract/bulletin.ts'
import type { Text } from '../../../contract/text.ts'
import { unplaced } from './remediations.ts'

export type ExportedNote = { category: 'summary' | 'details' | 'general' | 'other'; title: string; text: string }

/** The text of a bulletin in the language of the document; in the other one where it has no such. */
export type TextOf = (text: Text) => string

const line = (...parts: (string | number | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' | ')

/** A known issue, its state and by what it is resolved included. */
const issueLine = (issue: KnownIssue, say: TextOf): string =>
  line(
    issue.id,
    say(issue.title),
    issue.symptom && say(issue.symptom),
    issue.platforms.join(', '),
    issue.workaround && say(issue.workaround.text),
    issue.state,
    issue.resolvedIn?.join(', '),
    issue.resolution && say(issue.resolution),
  )

const titles = {
  analysis: { ja: '解説', en: 'Analysis' },
  action: { ja: '対策', en: 'Action' },
  urgency: { ja: '緊急対応度', en: 'Urgency' },
  restart: { ja: '再起動', en: 'Restart' },
  uninstall: { ja: 'アンインストール', en: 'Uninstall' },
  environments: { ja: '対象環境', en: 'Environments' },
  supersedes: { ja: '含まれる過去の修正', en: 'Supersedes' },
  tests: { ja: '適用テスト', en: 'Lab results' },
  knownIssues: { ja: '既知の問題', en: 'Known issues' },
  rollout: { ja: '予想適用時間', en: 'Rollout times' },
  verification: { ja: '適用の確認方法', en: 'Verification' },
  detection: { ja: '検出', en: 'Detection' },
  consoles: { ja: '配布ツールでの表示', en: 'In deployment tools' },
  lifecycle: { ja: 'サポート期間の終了', en: 'End of support' },
  files: { ja: '適用されるファイル', en: 'Patched files' },
  alternatives: { ja: '代わりになる修正', en: 'Alternatives' },
  advice: { ja: '推奨事項', en: 'Advice' },
  status: { ja: '文書の状態', en: 'Status' },
  source: { ja: '出典', en: 'Source' },
} as const satisfies Record<string, Text>

/** The lines of each note; a note without any is left out. */
function linesOf(bulletin: Bulletin, say: TextOf): Record<keyof typeof titles, readonly string[]> {
  const { urgency, restart, uninstall, source } = bulletin
  return {
    analysis: bulletin.analysis === undefined ? [] : [say(bulletin.analysis)],
    action: bulletin.action === undefined ? [] : [say(bulletin.action)],
    urgency: [line(urgency.level, urgency.basis, say(urgency.why))],
    // A restart that is required, or is not, has its field.
    restart: [
      ...(restart === 'maybe' || restart === 'unknown' ? [restart] : []),
      ...(bulletin.restartNote === undefined ? [] : [say(bulletin.restartNote)]),
    ],
    uninstall: [uninstall],
    environments: bulletin.environments.length > 0 ? [bulletin.environments.join(', ')] : [],
    supersedes: bulletin.supersedes.length > 0 ? [bulletin.supersedes.join(', ')] : [],
    tests: bulletin.tests.map(({ edition, outcome, by, on, minutes, note }) =>
      line(edition, outcome, by, on, minutes === undefined ? null : `${minutes} min`, note && say(note)),
    ),
    knownIssues: bulletin.knownIssues.flatMap((issue) => [
      issueLine(issue, say),
      ...(issue.workaround?.registry ?? []).map(({ key, name, type, value, min, max }) =>
        line(
          `${issue.id}: ${key}`,
          name,
          type,
          value,
          min === undefined || max === undefined ? null : `${min}..${max}`,
        ),
      ),
    ]),
    rollout: bulletin.rollout.flatMap(({ package: name, tool, consoles, points }) =>
      points.map(({ machines, minutes }) =>
        line(name, tool, `consoles: ${consoles}`, `machines: ${machines}`, `${minutes} min`),
      ),
    ),
    verification: bulletin.verification.map(({ kind, path, expected, platforms, note }) =>
      line(kind, path, expected, platforms.join(', '), note && say(note)),
    ),
    detection: bulletin.detection.map(({ tool, detects, shows }) =>
      line(tool, detects ? 'detects' : 'does not detect', shows && say(shows)),
    ),
    consoles: bulletin.consoles.map(({ tool, supported, platforms, where, name }) =>
      line(tool, supported ? 'supported' : 'not supported', platforms.join(', '), where && say(where), name),
    ),
    lifecycle: bulletin.lifecycle.map(({ product, endedOn, note }) => line(product, endedOn, say(note))),
    files: bulletin.packages.flatMap(({ name: inPackage, files }) =>
      files.map(({ branch, folder, name, version, date, size }) =>
        line(inPackage, branch, `${folder}\\${name}`, version, date, `${size} bytes`),
      ),
    ),
    alternatives: (bulletin.alternatives ?? []).map(({ bulletin: id, kind, platforms, lacks = [] }) =>
      line(id, kind, platforms.join(', '), lacks.join(', ')),
    ),
    advice: unplaced(bulletin).map(({ kind, text, platforms, url, on }) =>
      line(kind, say(text), platforms.join(', '), url, on),
    ),
    // That a document was withdrawn is no status of CSAF 2.0.
    status: source.status === 'withdrawn' ? [source.status] : [],
    source: [line(source.kind, source.document)],
  }
}

/** The notes of a document, its titles in the given language. */
export function exportedNotes(bulletin: Bulletin, say: TextOf): ExportedNote[] {
  const lines = linesOf(bulletin, say)
  return (Object.keys(titles) as (keyof typeof titles)[])
    .filter((name) => lines[name].length > 0)
    .map((name) => ({
      category: name === 'analysis' ? 'summary' : name === 'source' ? 'other' : 'details',
      title: say(titles[name]),
      text: lines[name].join('\n'),
    }))
}
