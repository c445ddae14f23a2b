/** Why a document was refused, in the words of the page: of the causes that have a name. */
import type { DocumentProblem, RefusalReason, Seeming } from '../../contract/imports.ts'
import { messagesHook } from '../i18n/language.tsx'

type Words = {
  seems: Record<Seeming, string>
  reason: Record<RefusalReason, (seems: string) => string>
}

const ja: Words = {
  seems: {
    json: '未対応の種類の JSON 文書',
    xml: '未対応の種類の XML 文書',
    html: 'Web ページ',
    csv: 'CSV などの表',
    'kev-csv': 'CSV 形式の KEV カタログ',
    openvex: 'OpenVEX 文書',
    cyclonedx: 'CycloneDX 文書',
    spdx: 'SPDX 文書',
    osv: 'OSV のレコード',
    sarif: 'SARIF レポート',
    'csaf-aggregator': 'CSAF アグリゲーターの一覧',
    pdf: 'PDF ファイル',
    archive: 'ZIP 圧縮か Office のファイル',
    empty: '空のファイル',
    unreadable: 'XML でも JSON でもないファイル',
  },
  reason: {
    'not-a-known-document': (seems) =>
      `${seems}のようです。取り込めるのは、Microsoft の月例文書 (CVRF) と KB のサポート ページ、CSAF 2.0 と 2.1、CISA の KEV カタログ (JSON)、EPSS のスコア、CVE レコード、endoflife.date のサポート期間、HotFix Report のアラートです。`,
    'unknown-version': (version) => `${version} の文書です。取り込めるのは CSAF 2.0 と 2.1 です。`,
    'lists-documents': () => '文書ではなく文書の一覧です。この一覧があるアドレスを取り込み元に指定してください。',
    'changed-export': () =>
      'HotFix Report が書き出した文書ですが、書き出した後に変更されています。書き出し直したものを取り込んでください。',
    'host-not-found': (host) =>
      `${host} が見つかりません。アドレスが正しいか、このサーバがインターネットに接続できるかを確認してください。`,
    'no-answer': (host) => `${host} から応答がありません。`,
    'too-slow': (host) => `${host} からの取得に時間がかかりすぎたため、中止しました。`,
    'not-reached': (host) => `${host} に接続できません。`,
    'bad-answer': (answer) => `文書の代わりにエラーが返されました: ${answer}`,
    'too-large': (address) => `${address} は大きすぎるため、取得しませんでした。`,
    'only-https': (address) => `${address} は https ではないため、取得しませんでした。`,
    'private-address': (host) =>
      `${host} はこのサーバか社内ネットワークのアドレスです。取得するには、ALLOW_PRIVATE_HOSTS=${host} を設定してサーバを起動してください。`,
    'too-many-redirects': (address) => `${address} からの転送が多すぎます。`,
  },
}

const en: Words = {
  seems: {
    json: 'JSON of a kind that is not known',
    xml: 'XML of a kind that is not known',
    html: 'a web page',
    csv: 'a table such as CSV',
    'kev-csv': 'the KEV catalogue as CSV',
    openvex: 'an OpenVEX document',
    cyclonedx: 'a CycloneDX document',
    spdx: 'an SPDX document',
    osv: 'a record of OSV',
    sarif: 'a SARIF report',
    'csaf-aggregator': 'the list of a CSAF aggregator',
    pdf: 'a PDF',
    archive: 'a ZIP archive or a document of Office',
    empty: 'an empty file',
    unreadable: 'neither XML nor JSON',
  },
  reason: {
    'not-a-known-document': (seems) =>
      `This is ${seems}. What can be imported: Microsoft’s monthly updates (CVRF) and support pages of KBs, CSAF 2.0 and 2.1, CISA’s KEV catalogue in JSON, EPSS scores, CVE records, support terms from endoflife.date, and alerts of HotFix Report.`,
    'unknown-version': (version) => `This is ${version}. CSAF 2.0 and 2.1 can be imported.`,
    'lists-documents': () => 'This is a list of documents, not a document. Add the address of the list as a source.',
    'changed-export': () =>
      'HotFix Report exported this document, and it was changed afterwards. Export it again, and import that.',
    'host-not-found': (host) =>
      `${host} was not found. Check the address, and that this server can reach the internet.`,
    'no-answer': (host) => `${host} does not answer.`,
    'too-slow': (host) => `Fetching from ${host} took too long and was stopped.`,
    'not-reached': (host) => `No connection to ${host}.`,
    'bad-answer': (answer) => `An error came in place of the document: ${answer}`,
    'too-large': (address) => `${address} is too large to be fetched.`,
    'only-https': (address) => `${address} is not https and was not fetched.`,
    'private-address': (host) =>
      `${host} is an address of this server or its network. To fetch from it, start the server with ALLOW_PRIVATE_HOSTS=${host}.`,
    'too-many-redirects': (address) => `${address} redirects too often.`,
  },
}

const useRefusalMessages = messagesHook({ ja, en })

const wordOf = <T>(words: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined

/** Tells a problem in the language of the page; null where there are only the words of the document or its standard. */
export function useRefusals(): (problem: Pick<DocumentProblem, 'reason' | 'seems'>) => string | null {
  const t = useRefusalMessages()
  return ({ reason = '', seems = '' }) => wordOf(t.reason, reason)?.(wordOf(t.seems, seems) ?? seems) ?? null
}
