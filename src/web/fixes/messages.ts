/** Which fix brings a platform up to date, and why. */
import type { FixDoubt, FixLine, FixReason, FixState } from '../../contract/fixes.ts'
import { messagesHook } from '../i18n/language.tsx'
import { plural } from '../i18n/format.ts'

type Reasons = { [Code in FixReason['code']]: (reason: Extract<FixReason, { code: Code }>, day: Day) => string }
type Doubts = { [Code in FixDoubt['code']]: (doubt: Extract<FixDoubt, { code: Code }>, list: List) => string }
type Day = (day: string) => string
type List = (ids: readonly string[]) => string

const ja = {
  title: '入れるもの',
  alertsOf: (platform: string) => `${platform} で絞り込む`,
  pageTitle: (platform: string) => `${platform} に入れるもの`,
  lead: (ids: string) => `入れるもの: ${ids}`,
  nothing: 'このプラットフォーム向けの修正プログラムは登録されていません。',
  nothingHere: '登録された台数のプラットフォーム向けではありません。',
  noFleet: '台数の登録がないため、対象のすべてのプラットフォームについて示しています。',
  failed: '読み込めませんでした。',
  states: { install: '入れる', alternative: '代わりになる', contained: '含まれる' } satisfies Record<FixState, string>,
  lines: {
    cumulative: '累積更新',
    'internet-explorer': 'Internet Explorer',
    'servicing-stack': 'サービス スタック更新',
    program: 'プログラムの最新版',
    separate: '個別の更新',
  } satisfies Record<FixLine['line'], string>,
  installed: (ids: string) => `入れるのは ${ids}`,
  contained: (n: number) => `含まれる更新 ${n} 件`,
  beside: 'この OS 上のプログラム',
  besideHint: '入っている機械だけが対象です。',
  build: (build: string) => `ビルド ${build}`,
  doubt: '要確認',
  reasons: {
    only: () => '登録されているのはこれだけ',
    newest: ({ among }) => `${among} 件のうち最新`,
    'not-replaced': () => '置き換える更新が登録されていない',
    hotpatch: ({ of, lacks }) =>
      `${of} の代わりになるホットパッチ${lacks ? '（直らない脆弱性があります）' : ''}。対象は登録済みの機械`,
    'security-only': ({ of }) => `ロールアップ ${of} の代わり。累積ではないため、以前の分もすべて必要`,
    undecided: ({ of }) => `${of} とどちらが新しいか、出典から分からない`,
    superseded: ({ by }) => `${by} が置き換える`,
    'older-build': ({ by, build, newer }) => `${by} のほうがビルドが新しい (${build} < ${newer})`,
    'older-day': ({ by, on, newer }, day) => `${by} のほうが公開が新しい (${day(on)} < ${day(newer)})`,
    rollup: ({ by }) => `ロールアップ ${by} に含まれる`,
    baseline: ({ by, of }) => `ベースライン ${of} とともに ${by} に含まれる`,
  } satisfies Reasons,
  doubts: {
    contradiction: ({ bulletin, trusted }) =>
      trusted === 'supersedence'
        ? `${bulletin} と、置き換えの記載とビルドの大小が食い違う。置き換えの記載に従っている`
        : `${bulletin} と、置き換えの記載とビルド・公開日が食い違う。ビルドと公開日に従っている`,
    loop: ({ bulletins }, list) => `${list(bulletins)} と、互いに置き換えると記載されている`,
    'no-build': () => 'ビルドの記載がない',
    undecided: ({ bulletins }, list) => `${list(bulletins)} のほうが新しいかもしれない`,
    'no-baseline': () => '元になる更新が登録されていない',
    restart: () => '再起動は出典では「必要」。ホットパッチは本来、再起動なしで適用される',
  } satisfies Doubts,
  planned: (id: string, by: string, platforms: string) =>
    `${platforms} では ${id} を数えません。計画にある ${by} に含まれます。`,
  plannedTwice: (id: string, of: string, platforms: string) =>
    `${platforms} では ${id} を数えません。計画にある ${of} の代わりになるもので、同じ機械に両方は適用しません。`,
}

const en: typeof ja = {
  title: 'What to install',
  alertsOf: (platform) => `Filter by ${platform}`,
  pageTitle: (platform) => `What to install on ${platform}`,
  lead: (ids) => `To install: ${ids}`,
  nothing: 'No fix for this platform is on file.',
  nothingHere: 'It is for none of the platforms of the fleet.',
  noFleet: 'No fleet is on file: this is about every platform that it is for.',
  failed: 'It could not be loaded.',
  states: { install: 'install', alternative: 'alternative', contained: 'contained' },
  lines: {
    cumulative: 'Cumulative update',
    'internet-explorer': 'Internet Explorer',
    'servicing-stack': 'Servicing stack update',
    program: 'Newest version of a program',
    separate: 'Separate updates',
  },
  installed: (ids) => `to install: ${ids}`,
  contained: (n) => plural(n, 'update contained', 'updates contained'),
  beside: 'Programs on this OS',
  besideHint: 'For machines that have them.',
  build: (build) => `build ${build}`,
  doubt: 'Doubtful',
  reasons: {
    only: () => 'the only one on file',
    newest: ({ among }) => `the newest of ${among}`,
    'not-replaced': () => 'no update on file replaces it',
    hotpatch: ({ of, lacks }) =>
      `hotpatch in place of ${of}${lacks ? ' (leaves some vulnerabilities open)' : ''}, for enrolled machines`,
    'security-only': ({ of }) => `in place of rollup ${of}; not cumulative, so that each earlier one is needed, too`,
    undecided: ({ of }) => `the source does not tell whether ${of} is newer`,
    superseded: ({ by }) => `${by} replaces it`,
    'older-build': ({ by, build, newer }) => `${by} has the newer build (${build} < ${newer})`,
    'older-day': ({ by, on, newer }, day) => `${by} was published later (${day(on)} < ${day(newer)})`,
    rollup: ({ by }) => `rollup ${by} contains it`,
    baseline: ({ by, of }) => `${by} contains it, with its baseline ${of}`,
  },
  doubts: {
    contradiction: ({ bulletin, trusted }) =>
      trusted === 'supersedence'
        ? `supersedence and builds contradict each other over ${bulletin}; supersedence is followed`
        : `supersedence contradicts build and day over ${bulletin}; build and day are followed`,
    loop: ({ bulletins }, list) => `it and ${list(bulletins)} are each said to replace the other`,
    'no-build': () => 'the source gives no build',
    undecided: ({ bulletins }, list) => `${list(bulletins)} may be newer`,
    'no-baseline': () => 'the update that it goes with is not on file',
    restart: () => 'the source says that a restart is required; a hotpatch is by its nature applied without one',
  },
  planned: (id, by, platforms) => `${id} is not counted on ${platforms}: ${by}, which is planned too, contains it.`,
  plannedTwice: (id, of, platforms) =>
    `${id} is not counted on ${platforms}: it is an alternative to ${of}, and a machine takes only one of them.`,
}

export const useFixMessages = messagesHook({ ja, en })
