import type { Vulnerability } from '../../../contract/bulletin.ts'
import { usePlatformNames } from '../../catalogue/use-platform-names.ts'
import { useVulnerabilityMessages } from '../../i18n/vulnerability-words.ts'
import { useVectorText } from './use-vector-text.ts'
import { VulnerabilityFact } from './VulnerabilityFact.tsx'

/** All scores, where they differ from the one shown: by platform, or with temporal metrics. */
export function Scores({ flaw: { cvss, scores } }: { flaw: Vulnerability }) {
  const names = usePlatformNames()
  const t = useVulnerabilityMessages()
  const vectorText = useVectorText('long')
  if (scores === undefined) return null
  const hasMore = scores.some(({ vector, temporal, score }) => vector !== cvss?.vector || (temporal ?? score) !== score)
  if (!hasMore) return null
  return (
    <VulnerabilityFact name={t.scores}>
      {scores.map(({ version, vector, score, temporal, platforms }) => (
        <div key={`${vector} ${score} ${temporal}`}>
          {score.toFixed(1)}
          {temporal !== undefined && ` (${t.temporal(temporal.toFixed(1))})`}{' '}
          {vector !== cvss?.vector && (
            <>
              CVSS {version} <code>{vector}</code> {vectorText(vector)}{' '}
            </>
          )}
          <span className="muted">{names(platforms)}</span>
        </div>
      ))}
    </VulnerabilityFact>
  )
}
