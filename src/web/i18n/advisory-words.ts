/** The sentences that only the pages of documents with a status, a label or advice have. The words are in `document-messages.ts`. */
import type { DocumentStatus, ProductStatus, Tlp } from '../../contract/words.ts'
import { messagesHook } from './language.tsx'
import { plural } from './format.ts'

type Fixes = Partial<Record<ProductStatus, string>>
type Statuses = Record<DocumentStatus, string>
type Tlps = Partial<Record<Tlp, string>>

const fixesJa: Fixes = { 'first-fixed': '修正版あり', fixed: '修正版あり', recommended: '推奨の修正版あり' }
const fixesEn: Fixes = { 'first-fixed': 'fix available', fixed: 'fix available', recommended: 'fix recommended' }

const statusJa: Statuses = {
  draft: '発行元がまだ確定していない文書です',
  interim: '発行元が今後も更新する予定の文書です',
  withdrawn: '発行元が取り下げた文書です',
}
const statusEn: Statuses = {
  draft: 'Its publisher has not settled it yet',
  interim: 'Its publisher is going to change it',
  withdrawn: 'Its publisher has taken it back',
}

const tlpJa: Tlps = {
  RED: '受け取った本人以外に渡してはならない',
  'AMBER+STRICT': '組織の外に渡してはならない',
  AMBER: '組織と、必要のある顧客の外に渡してはならない',
  GREEN: '公開してはならない',
}
const tlpEn: Tlps = {
  RED: 'Not to be passed on to anybody',
  'AMBER+STRICT': 'Not to leave the organisation',
  AMBER: 'Not to leave the organisation and those of its clients who need it',
  GREEN: 'Not to be made public',
}

const ja = {
  /** Of a product that is affected, and whose fix is in a package. */
  fixes: fixesJa,
  status: statusJa,
  tlp: tlpJa,
  read: '詳しい手順',
  products: (n: number) => `対象 ${n} 件`,
  vulnerabilities: (n: number) => `脆弱性 ${n} 件`,
}

const en: typeof ja = {
  fixes: fixesEn,
  status: statusEn,
  tlp: tlpEn,
  read: 'Instructions',
  products: (n) => plural(n, 'product'),
  vulnerabilities: (n) => plural(n, 'vulnerability', 'vulnerabilities'),
}

export const useAdvisoryMessages = messagesHook({ ja, en })
