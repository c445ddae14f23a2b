/** The sentences of the grid of a release. */
import type { LabCell, LabKind } from '../../contract/lab-grid.ts'
import type { LabCounts } from '../../domain/lab/release-grid.ts'
import { messagesHook } from '../i18n/language.tsx'
import type { ShownOption } from './shown.ts'
import { plural } from '../i18n/format.ts'

type Shown = NonNullable<LabCell['outcome']> | 'untested'
type Lines = Record<LabKind['line'], string>
type Counted = Record<Shown, (n: number) => string>

/** A part of the sentence; a figure leads to what it counts. */
export type LeadPart = { text: string; only?: ShownOption }

/** A clause with its figure; nothing for 0. */
const counted = (n: number, only: ShownOption, words: (n: number) => [string, string]): LeadPart[][] => {
  const [figure, rest] = words(n)
  return n === 0 ? [] : [[{ text: figure, only }, { text: rest }]]
}

const ja = {
  note: (release: string, editions: number, isOwn: boolean) =>
    `${release} ・ ${isOwn ? '自社の ' : ''}OS エディション ${editions} 種 × 入れる修正`,
  scope: '範囲',
  thisRelease: 'この定例',
  all: 'すべて',
  sentence: ({ total, untested, ...done }: LabCounts): LeadPart[] => {
    const tested = total - untested
    if (tested === 0) return [{ text: `${total} 件`, only: 'untested' }, { text: 'はまだどれも試していません。' }]
    const clauses: LeadPart[] = [
      ...counted(done.passed, 'passed', (n) => [`${n} 件`, 'は問題なし']),
      ...counted(done['passed-with-issues'], 'passed-with-issues', (n) => [`${n} 件`, 'に既知の問題']),
      ...counted(done.failed, 'failed', (n) => [`${n} 件`, 'が失敗']),
      ...counted(done.unrecorded, 'unrecorded', (n) => [`${n} 件`, 'は結果の記録なし']),
    ].flatMap((clause) => [{ text: '、' }, ...clause])
    const rest: LeadPart[] =
      untested === 0
        ? [{ text: '。' }]
        : [{ text: '。残る ' }, { text: `${untested} 件`, only: 'untested' }, { text: '。' }]
    return untested === 0
      ? [{ text: `${total} 件`, only: 'done' }, { text: 'すべて済み' }, ...clauses, ...rest]
      : [
          { text: `${total} 件のうち ` },
          { text: `${tested} 件`, only: 'done' },
          { text: 'が済み' },
          ...clauses,
          ...rest,
        ]
  },
  nothing: '入れる修正がないため、試すものはありません。',
  noFleet: '台数を登録すると、自社の OS エディションだけになります。',
  toFleet: '台数を登録する',
  edition: 'OS エディション',
  machines: '台数',
  machinesHere: (n: number) => `${n.toLocaleString('en-US')} 台`,
  machineCount: (n: number) => `${n.toLocaleString('en-US')} 台`,
  progress: '済み',
  progressOf: (done: number, total: number) => `${done} / ${total}`,
  build: (bulletin: string, build: string) => `${bulletin} ビルド ${build}`,
  lines: {
    cumulative: '累積更新',
    'internet-explorer': 'Internet Explorer',
    'servicing-stack': 'サービス スタック',
    program: 'プログラム',
    separate: '個別の更新',
  } satisfies Lines,
  shown: {
    passed: '問題なし',
    'passed-with-issues': '既知の問題',
    failed: '失敗',
    unrecorded: '記録なし',
    untested: '記録する',
  } satisfies Record<Shown, string>,
  whereInstalled: '入っていれば',
  replaced: '新しい修正に含まれる',
  untestedWord: '未実施',
  nothingHere: '対象なし',
  cell: (edition: string, bulletin: string, outcome: string) => `${edition}、${bulletin}: ${outcome}`,
  legend: '✓ 問題なし ・ ! 既知の問題あり ・ ✕ 失敗 ・ 破線 = 未実施 ・ 斜線 = 対象なし（入れる修正がない）',
  wholeRelease: (total: number, others: number) => `この定例の全 ${total} 件（うち ${others} 件は表にありません）`,
  only: (what: string) => `${what}だけを表示`,
  showAll: 'すべて表示',
  byPlatform: 'プラットフォームごとの進み',
  outcomes: {
    failed: (n) => `失敗 ${n}`,
    'passed-with-issues': (n) => `問題あり ${n}`,
    passed: (n) => `問題なし ${n}`,
    unrecorded: (n) => `記録なし ${n}`,
    untested: (n) => `未実施 ${n}`,
  } satisfies Counted,
  gridTitle: 'OS エディション × 修正',
  side: '記録と進み',
  kind: '種類',
  outcome: '結果',
  by: '実施者',
  on: '実施日',
  choose: '表のセルを選ぶと、ここで結果を記録できます。',
  toNext: '次の未実施へ',
  keys: 'R 記録 ・ N 次の未実施',
}

const en: typeof ja = {
  note: (release, editions, isOwn) =>
    `${release} · ${plural(editions, 'OS edition')}${isOwn ? ' of the fleet' : ''} × fixes to install`,
  scope: 'Scope',
  thisRelease: 'This release',
  all: 'All',
  sentence: ({ total, untested, ...done }) => {
    const tested = total - untested
    const all = plural(total, 'test')
    if (tested === 0) return [{ text: all, only: 'untested' }, { text: ` to do, none done yet.` }]
    const clauses = [
      ...counted(done.passed, 'passed', (n) => [`${n}`, ' passed']),
      ...counted(done['passed-with-issues'], 'passed-with-issues', (n) => [`${n}`, ' with known issues']),
      ...counted(done.failed, 'failed', (n) => [`${n}`, ' failed']),
      ...counted(done.unrecorded, 'unrecorded', (n) => [`${n}`, ' without a recorded outcome']),
    ].flatMap((clause, at) => [{ text: at === 0 ? ': ' : ', ' }, ...clause])
    const rest: LeadPart[] = [
      { text: '. ' },
      ...(untested === 0 ? [] : [{ text: `${untested}`, only: 'untested' as const }, { text: ' to go.' }]),
    ]
    return [{ text: `Of ${all}, ` }, { text: `${tested}`, only: 'done' }, { text: ' done' }, ...clauses, ...rest]
  },
  nothing: 'There is nothing to install, so nothing to test.',
  noFleet: 'Enter your fleet to see only your own OS editions.',
  toFleet: 'Enter your fleet',
  edition: 'OS edition',
  machines: 'Machines',
  machinesHere: (n) => n.toLocaleString('en-US'),
  machineCount: (n) => plural(n.toLocaleString('en-US'), 'machine'),
  progress: 'Done',
  progressOf: (done, total) => `${done} / ${total}`,
  build: (bulletin, build) => `${bulletin} build ${build}`,
  lines: {
    cumulative: 'Cumulative update',
    'internet-explorer': 'Internet Explorer',
    'servicing-stack': 'Servicing stack',
    program: 'Program',
    separate: 'Separate updates',
  },
  shown: {
    passed: 'Passed',
    'passed-with-issues': 'Known issues',
    failed: 'Failed',
    unrecorded: 'Unrecorded',
    untested: 'Record',
  },
  whereInstalled: 'where installed',
  replaced: 'in a newer fix',
  untestedWord: 'Not tested',
  nothingHere: 'Nothing to install',
  cell: (edition, bulletin, outcome) => `${edition}, ${bulletin}: ${outcome}`,
  legend: '✓ passed · ! known issues · ✕ failed · dashed = not tested · hatched = nothing to install',
  wholeRelease: (total, others) => `All ${total} of this release (${others} not in this table)`,
  only: (what) => `Only: ${what}`,
  showAll: 'Show all',
  byPlatform: 'Progress by platform',
  outcomes: {
    failed: (n) => `${n} failed`,
    'passed-with-issues': (n) => `${n} with issues`,
    passed: (n) => `${n} passed`,
    unrecorded: (n) => `${n} unrecorded`,
    untested: (n) => `${n} not tested`,
  },
  gridTitle: 'OS editions × fixes',
  side: 'Recording and progress',
  kind: 'Kind',
  outcome: 'Outcome',
  by: 'By',
  on: 'On',
  choose: 'Choose a cell of the table to record its result here.',
  toNext: 'Next untested',
  keys: 'R record · N next untested',
}

export const useGridMessages = messagesHook({ ja, en })
