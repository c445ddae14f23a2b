/** The words of documents: what they say of products, of themselves and of what to do. */
import type { Remedy } from '../../contract/bulletin.ts'
import type { DocumentStatus, ProductStatus, VexReason } from '../../contract/words.ts'
import { messagesHook } from './language.tsx'

type Words = {
  /** What is said of a product besides how bad it is. */
  product: Record<ProductStatus, string>
  /** Why a product is not affected. */
  reason: Record<VexReason, string>
  document: Record<DocumentStatus | 'final', string>
  remedy: Record<Remedy['kind'], string>
}

const ja: Words = {
  product: {
    'under-investigation': '調査中',
    'first-affected': 'このバージョンから影響あり',
    'last-affected': 'このバージョンまで影響あり',
    'first-fixed': 'このバージョンで修正',
    fixed: '修正済み',
    recommended: '推奨バージョン',
  },
  reason: {
    'component-not-present': '該当するコンポーネントがない',
    'inline-mitigations-already-exist': '組み込みの緩和策がある',
    'vulnerable-code-cannot-be-controlled-by-adversary': '攻撃者は脆弱なコードを制御できない',
    'vulnerable-code-not-in-execute-path': '脆弱なコードは実行されない',
    'vulnerable-code-not-present': '脆弱なコードが含まれていない',
  },
  document: { draft: '草案', interim: '暫定版', final: '確定版', withdrawn: '取り下げ' },
  remedy: {
    'vendor-fix': '修正',
    'fix-planned': '修正予定',
    'optional-patch': '任意の修正',
    workaround: '回避策',
    mitigation: '緩和策',
    'none-available': '対処方法なし',
    'no-fix-planned': '修正の予定なし',
  },
}

const en: Words = {
  product: {
    'under-investigation': 'under investigation',
    'first-affected': 'affected from this version on',
    'last-affected': 'affected up to this version',
    'first-fixed': 'fixed in this version',
    fixed: 'fixed',
    recommended: 'recommended version',
  },
  reason: {
    'component-not-present': 'the component is not present',
    'inline-mitigations-already-exist': 'built-in mitigations exist',
    'vulnerable-code-cannot-be-controlled-by-adversary': 'attackers cannot control the vulnerable code',
    'vulnerable-code-not-in-execute-path': 'the vulnerable code is never executed',
    'vulnerable-code-not-present': 'the vulnerable code is not present',
  },
  document: { draft: 'draft', interim: 'interim', final: 'final', withdrawn: 'withdrawn' },
  remedy: {
    'vendor-fix': 'fix',
    'fix-planned': 'fix planned',
    'optional-patch': 'optional fix',
    workaround: 'workaround',
    mitigation: 'mitigation',
    'none-available': 'no remedy available',
    'no-fix-planned': 'no fix planned',
  },
}

export const useDocumentMessages = messagesHook({ ja, en })
export type DocumentMessages = Words
