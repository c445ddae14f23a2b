/** What is said of rollouts that were measured, and of correcting by them. */
import { messagesHook } from '../../i18n/language.tsx'
import { plural } from '../../i18n/format.ts'

const ja = {
  title: '適用実績',
  hint: '実際にかかった時間を記録すると、見積りを補正できます。記録はみなで共有されます。',
  hintToLook: '実際にかかった時間の記録で、見積りを補正できます。記録するには「対応」の権限が必要です。',
  bulletin: 'アラート',
  minutes: '適用の時間 (分)',
  minutesHint: '再起動と再実行を除いた、公表値と同じ測り方の時間',
  on: '実施日',
  ratio: '見積り比',
  record: '記録する',
  excluded: {
    'far-quicker': '除外: 見積りの 5 分の 1 未満',
    'far-slower': '除外: 見積りの 5 倍超',
    'unknown-bulletin': '除外: アラートが登録されていません',
  },
  correct: '実績で補正する',
  correctWith: (runs: number, median: string, low: string, high: string) =>
    `${runs} 回の実績: 中央値 ${median} 倍、10–90% は ${low}–${high} 倍`,
  correctWithOne: (ratio: string) => `1 回だけの実績 (n = 1): ${ratio} 倍、ばらつきは不明`,
  oneIsNot: '実績 1 回だけでは、同じ配布ツールの計画だけを補正します。「配布ツール」を入力してください。',
  correctedElsewhere: (runs: number, median: string) =>
    `この計画は別の実績 ${runs} 回（中央値 ${median} 倍）で補正されています。`,
  useOwn: '登録されている実績に変える',
  correctNot: '補正しない',
  remove: (on: string) => `${on} の記録を削除`,
  removeRun: '削除',
  removeSure: (on: string, bulletin: string) => `${on} の ${bulletin} の実績を削除しますか？`,
  removeHint: '見積りの補正に使われなくなります。削除したことは対応の記録に残ります。',
  failed: '保存できませんでした。',
}

const en: typeof ja = {
  title: 'Measured runs',
  hint: 'Enter how long real rollouts took to correct the estimate. Everybody sees them.',
  hintToLook: 'How long real rollouts took can correct the estimate. Recording them needs the Analyst role.',
  bulletin: 'Alert',
  minutes: 'Install time (min)',
  minutesHint: 'without restart and second pass, as the published times are measured',
  on: 'Day',
  ratio: 'Of the estimate',
  record: 'Record',
  excluded: {
    'far-quicker': 'excluded: less than a fifth of the estimate',
    'far-slower': 'excluded: more than five times the estimate',
    'unknown-bulletin': 'excluded: the alert is not on file',
  },
  correct: 'Correct by measured runs',
  correctWith: (runs, median, low, high) => `${plural(runs, 'run')}: median ${median}×, 10–90% ${low}–${high}×`,
  correctWithOne: (ratio) => `one run only (n = 1): ${ratio}×, spread not known`,
  oneIsNot: 'One run alone corrects only plans with the same deployment tool: name the tool.',
  correctedElsewhere: (runs, median) => `This plan is corrected by ${plural(runs, 'other run')} (median ${median}×).`,
  useOwn: 'Use the runs on file',
  correctNot: 'Do not correct',
  remove: (on) => `Delete the run of ${on}`,
  removeRun: 'Delete',
  removeSure: (on, bulletin) => `Delete the run of ${bulletin} on ${on}?`,
  removeHint: 'It no longer corrects estimates. The activity of the alert shows that it was deleted.',
  failed: 'It could not be saved.',
}

export const useMeasuredMessages = messagesHook({ ja, en })
