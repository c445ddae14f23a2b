import type { AssessedFlaw } from '../../../domain/vulnerability/assessed.ts'
import { useBulletinMessages } from '../messages.ts'
import { Prose } from '../Prose.tsx'
import { ReferenceList } from '../ReferenceList.tsx'
import { useFlawMessages } from './messages.ts'
import { Faq } from './Faq.tsx'
import { RatingsByPlatform } from './RatingsByPlatform.tsx'
import { VulnerabilityFacts } from './VulnerabilityFacts.tsx'
import styles from './FlawDetails.module.css'

type Props = {
  assessed: AssessedFlaw
  /** Whether the ratings are told, since the row does not tell all of them. */
  hasRatings: boolean
  /** Whether a reader has opened the row: then the questions are open, too. */
  isAsked: boolean
}

/** All that is said of a vulnerability: summary, mitigations, questions, facts, ratings and references. */
export function FlawDetails({ assessed: { flaw }, hasRatings, isAsked }: Props) {
  const t = useBulletinMessages()
  const flawText = useFlawMessages()
  const { summary, mitigations, faq, ratings, references } = flaw
  return (
    <div className={styles['flaw-details']}>
      {summary !== undefined && <Prose text={summary} />}
      {mitigations !== undefined && (
        <>
          <b>{t.mitigations}</b>
          <Prose text={mitigations} />
        </>
      )}
      {faq !== undefined && <Faq text={faq} isOpenAtFirst={isAsked} />}
      <VulnerabilityFacts flaw={flaw} />
      {hasRatings && (
        <div className={styles['ratings']}>
          <b>{flawText.ratings}</b>
          <RatingsByPlatform ratings={ratings} />
        </div>
      )}
      <ReferenceList references={references} />
    </div>
  )
}
