/** What advisories say of products and of fixes, in the words of the bulletin's page. */
import type { Remedy } from '../contract/bulletin.ts'
import type { ProductStatus, VexReason } from '../contract/words.ts'
import { messagesHook } from './language.tsx'

type Statuses = Record<ProductStatus, string>

const besidesJa: Statuses = {
  'under-investigation': '調査中',
  'first-affected': 'このバージョンから影響あり',
  'last-affected': '影響はこのバージョンまで',
  'first-fixed': '修正版あり',
  fixed: '修正版あり',
  recommended: '推奨の修正版あり',
}
const besidesEn: Statuses = {
  'under-investigation': 'under investigation',
  'first-affected': 'affected from here on',
  'last-affected': 'affected up to here',
  'first-fixed': 'fix available',
  fixed: 'fix available',
  recommended: 'fix recommended',
}
const insteadJa: Statuses = {
  ...besidesJa,
  'first-fixed': 'このバージョンで修正',
  fixed: '修正済み',
  recommended: '推奨バージョン',
}
const insteadEn: Statuses = {
  ...besidesEn,
  'under-investigation': 'Under investigation',
  'first-fixed': 'First fixed',
  fixed: 'Fixed',
  recommended: 'Recommended version',
}
const reasonsJa: Record<VexReason, string> = {
  'component-not-present': '該当コンポーネントを含まない',
  'inline-mitigations-already-exist': '緩和策が組み込み済み',
  'vulnerable-code-cannot-be-controlled-by-adversary': '攻撃者は該当コードを制御できない',
  'vulnerable-code-not-in-execute-path': '該当コードは実行されない',
  'vulnerable-code-not-present': '該当コードを含まない',
}
const reasonsEn: Record<VexReason, string> = {
  'component-not-present': 'the component is not present',
  'inline-mitigations-already-exist': 'mitigations are built in',
  'vulnerable-code-cannot-be-controlled-by-adversary': 'an attacker cannot control the code',
  'vulnerable-code-not-in-execute-path': 'the code is never executed',
  'vulnerable-code-not-present': 'the code is not present',
}
const kindsJa: Record<Remedy['kind'], string> = {
  'vendor-fix': '修正',
  'fix-planned': '修正の予定あり',
  'optional-patch': '任意の修正',
  workaround: '回避策',
  mitigation: '緩和策',
  'none-available': '修正の提供なし',
  'no-fix-planned': '修正の予定なし',
}
const kindsEn: Record<Remedy['kind'], string> = {
  'vendor-fix': 'Fix',
  'fix-planned': 'Fix planned',
  'optional-patch': 'Optional patch',
  workaround: 'Workaround',
  mitigation: 'Mitigation',
  'none-available': 'No fix available',
  'no-fix-planned': 'No fix planned',
}

const ja = {
  kinds: kindsJa,
  /** Beside a rating. */
  besides: besidesJa,
  /** In place of a rating that says less. */
  instead: insteadJa,
  reasons: reasonsJa,
  read: '詳しい手順',
  products: (n: number) => `対象 ${n} 件`,
  vulnerabilities: (n: number) => `脆弱性 ${n} 件`,
}

const en: typeof ja = {
  kinds: kindsEn,
  besides: besidesEn,
  instead: insteadEn,
  reasons: reasonsEn,
  read: 'Instructions',
  products: (n) => (n === 1 ? '1 product' : `${n} products`),
  vulnerabilities: (n) => (n === 1 ? '1 vulnerability' : `${n} vulnerabilities`),
}

export const useAdvisoryMessages = messagesHook({ ja, en })
