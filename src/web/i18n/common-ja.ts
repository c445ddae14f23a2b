import type { problemCodes } from '../../contract/vocabulary.ts'

type Problems = Record<(typeof problemCodes)[number] | 'offline', string>

/** What many pages say, in Japanese; English is held to its shape by type. */
export const commonJa = {
  pages: {
    overview: '概要',
    alerts: 'アラート',
    matrix: '影響マトリクス',
    tests: '適用テスト',
    rollout: '適用計画',
    sources: '取り込み',
    fleet: '台数',
    notices: '通知',
  },
  planRollout: '適用を計画',
  retry: 'もう一度試す',
  cancel: 'キャンセル',
  loading: '読み込み中',
  problem: {
    invalid: 'この要求は受け付けられませんでした。',
    not_found: '見つかりません。',
    unauthenticated: 'サインインしてください。',
    forbidden: 'この操作は許可されていません。',
    proof_required: '本人の確認が必要です。',
    password_change_required: '先にパスワードを変更してください。',
    conflict: 'ほかの人が先に変更しました。',
    too_many: '短い時間に操作が多すぎます。しばらくしてからもう一度お試しください。',
    too_large: '大きすぎるため受け付けられません。',
    refused: '内容に問題があるため受け付けられませんでした。',
    unavailable: 'サーバの準備ができていません。しばらくしてからもう一度お試しください。',
    unexpected: 'サーバで問題が発生しました。',
    offline: 'サーバに接続できません。ネットワークとサーバの状態を確認してください。',
  } satisfies Problems,
  titleHead: '件名',
  more: (n: number) => `ほか ${n}`,
  urgencyIs: (level: string) => `緊急対応度: ${level}`,
  exposure: (affected: string, atMost: string, of: string) =>
    affected === atMost ? `${of} 台中 ${affected} 台が対象` : `${of} 台中 ${affected}～${atMost} 台が対象`,
  triageOf: (id: string, status: string) => `${id} の対応状況: ${status}`,
  reviewOn: (day: string) => `${day} 見直し`,
  reviewDue: (day: string) => `見直し期限 ${day}`,
  clearAll: '条件をすべて解除',
}
