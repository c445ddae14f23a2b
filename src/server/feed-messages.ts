import type { DocumentStatus } from '../contract/words.ts'

/** What the feed says beside the words of the contract. */
export const feedMessages = {
  ja: {
    severity: '深刻度',
    urgency: '緊急対応度',
    exploit: '悪用状況',
    restart: '再起動',
    published: (day: string) => `${day} 公開`,
    status: { draft: '草案', interim: '暫定版', withdrawn: '取り下げ' } satisfies Record<DocumentStatus, string>,
    separator: '、',
  },
  en: {
    severity: 'Severity',
    urgency: 'Urgency',
    exploit: 'Exploit',
    restart: 'Restart',
    published: (day: string) => `published ${day}`,
    status: { draft: 'draft', interim: 'interim', withdrawn: 'withdrawn' } satisfies Record<DocumentStatus, string>,
    separator: '; ',
  },
}
