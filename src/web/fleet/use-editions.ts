import { useQuery } from '@tanstack/react-query'
import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { editionsOn } from '../../domain/fleet/editions.ts'
import { answerAt } from '../lib/answers.ts'
import { wholeKey } from '../lib/query-keys.ts'

const labQuery = () => answerAt(wholeKey('lab'), '/api/lab')

/** The OS editions that the fleet and the lab name, by platform; those of the lab once they are loaded. */
export function useEditions(lines: readonly FleetLine[]): (platform: PlatformId) => string[] {
  const { data: reports = [] } = useQuery(labQuery())
  return (platform) => editionsOn(platform, [...lines, ...reports.flatMap(({ tests }) => tests)])
}
