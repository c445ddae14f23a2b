import type { PublishedRollout } from '../../../contract/summary-fields.ts'

/** Published times that several packages share. */
export type RolloutGroup = Omit<PublishedRollout, 'package'> & { packages: string[] }

const timesOf = ({ tool, consoles, points }: PublishedRollout) => JSON.stringify([tool, consoles, points])

/** Packages with the same tool, consoles and points share one group, in the order in which they were published. */
export const rolloutGroups = (rollout: readonly PublishedRollout[]): RolloutGroup[] =>
  [...Map.groupBy(rollout, timesOf).values()].flatMap((alike) => {
    const [first] = alike
    return first === undefined
      ? []
      : [
          {
            tool: first.tool,
            consoles: first.consoles,
            points: first.points,
            packages: alike.map((one) => one.package),
          },
        ]
  })
