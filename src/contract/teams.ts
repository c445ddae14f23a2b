/** Groups of people that alerts are assigned to. */
import * as z from 'zod'
import { assignee, teams } from './limits.ts'
import { atMost, someText } from './text.ts'

/** The names of the teams, each once. */
export const TeamNames = z.array(someText('the name of a team', assignee)).check(
  atMost(teams, 'teams'),
  z.refine((names) => new Set(names).size === names.length, 'each team at most once'),
)

/** The teams as an admin has last set them; version 0 and none where none ever did. */
export const Teams = z.object({ version: z.int(), names: TeamNames })
export type Teams = z.infer<typeof Teams>

/** Who an alert can be assigned to. */
export const Assignees = z.object({ people: z.array(z.string()), teams: z.array(z.string()) })
export type Assignees = z.infer<typeof Assignees>
