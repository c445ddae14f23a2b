import { formatMinutes } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { rolloutGroups } from './rollout-groups.ts'
import type { SectionProps } from './section.ts'
import './RolloutTimes.css'

/** The published times by number of machines; one table for the packages that take equally long. */
export function RolloutTimes({ bulletin }: SectionProps) {
  const { t, language } = useMessages()
  const groups = rolloutGroups(bulletin.rollout)
  return groups.map(({ packages, tool, consoles, points }) => (
    <div className="rollout-times" key={packages.join(' ')}>
      <table>
        <caption>
          {t.bulletin.rolloutBy(tool, consoles)}
          <br />
          {groups.length === 1 && packages.length > 1 ? t.bulletin.rolloutAll(packages.length) : packages.join(', ')}
        </caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t.bulletin.machinesHead}</th>
            <th scope="col">{t.bulletin.minutesHead}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ machines, minutes }) => (
            <tr key={machines}>
              <th scope="row">{t.bulletin.machines(machines)}</th>
              <td>{formatMinutes(minutes, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ))
}
