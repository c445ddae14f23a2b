import { formatMinutes } from '../../i18n/format.ts'
import { useBulletinMessages } from '../messages.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { rolloutGroups } from './rollout-groups.ts'
import type { SectionProps } from '../section.ts'
import styles from './RolloutTimes.module.css'

/** The published times by number of machines; packages with the same times share a table. */
export function RolloutTimes({ bulletin }: SectionProps) {
  const t = useBulletinMessages()
  const language = useLanguage()
  const groups = rolloutGroups(bulletin.rollout)
  return groups.map(({ packages, tool, consoles, points }) => (
    <div className={styles['rollout-times']} key={packages.join(' ')}>
      <table>
        <caption>
          {t.rolloutBy(tool, consoles)}
          <br />
          {groups.length === 1 && packages.length > 1 ? t.rolloutAll(packages.length) : packages.join(', ')}
        </caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t.machinesHead}</th>
            <th scope="col">{t.minutesHead}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ machines, minutes }) => (
            <tr key={machines}>
              <th scope="row">{t.machines(machines)}</th>
              <td>{formatMinutes(minutes, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ))
}
