import type { Bulletin } from '../../contract/bulletin.ts'

type Evidence = Pick<Bulletin, 'severity' | 'exploit' | 'disclosure'>
type Urgency = Bulletin['urgency']

const rule = (level: Urgency['level'], ja: string, en: string): Urgency => ({ level, basis: 'rule', why: { ja, en } })

/** The reason names what is known: that it is not worse is no fact of its own. */
const words = { 2: ['重要', 'Important'], 3: ['警告', 'Moderate'], 4: ['注意', 'Low'] } as const

/**
 * How soon to deploy, for a bulletin whose publisher did not say (docs: README, "Urgency"):
 * exploited → immediate; critical with public exploit code or public details → immediate;
 * critical, or important or of unknown severity with public exploit code or public details → early;
 * else of unknown severity → unrated: not knowing is no reason to wait; else wait.
 */
export function deriveUrgency({ severity, exploit, disclosure }: Evidence): Urgency {
  const codeIsPublic = exploit === 'proof-of-concept'
  const isPublic = codeIsPublic || disclosure === 'public'
  const ja = codeIsPublic ? '実証コードが公開済み' : '脆弱性の情報が公開済み'
  const en = codeIsPublic ? 'exploit code is public' : 'its details are public'

  if (exploit === 'exploited') return rule('immediate', '悪用が確認されている', 'It is being exploited')
  if (severity === 1 && isPublic) return rule('immediate', `深刻度が緊急で、${ja}`, `Critical, and ${en}`)
  if (severity === 1) return rule('early', '深刻度が緊急', 'Critical')
  if (severity === 2 && isPublic) return rule('early', `深刻度が重要で、${ja}`, `Important, and ${en}`)
  if (severity === null && isPublic) return rule('early', `深刻度は未評価だが、${ja}`, `Severity not known, and ${en}`)
  if (severity === null) return rule('unrated', '深刻度が未評価', 'Severity not known')
  const [jaWord, enWord] = words[severity]
  const [jaKnown, enKnown] = isPublic
    ? [ja, en]
    : ['攻撃コードや詳細の公開は登録されていない', 'neither exploit code nor public details are on file']
  return rule('wait', `深刻度は${jaWord}で、${jaKnown}`, `${enWord}, and ${enKnown}`)
}
