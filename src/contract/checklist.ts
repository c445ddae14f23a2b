/** What the lab tries on every OS edition. */
import * as z from 'zod'
import { checkPoint, checkPoints } from './limits.ts'
import { atMost, someText } from './text.ts'

const Point = someText('what is tried', checkPoint)

const differ = (points: readonly string[]) => new Set(points).size === points.length

/** What is tried, in the order in which it is shown. */
export const CheckPoints = z
  .array(Point)
  .check(atMost(checkPoints, 'points'), z.refine(differ, 'each point at most once'))

/** The team's list as last set; version 0 and no points where nobody ever set one: pages then propose some. */
export const Checklist = z.object({
  version: z.int(),
  at: z.nullable(z.iso.datetime()),
  by: z.nullable(z.string()),
  points: CheckPoints,
})
export type Checklist = z.infer<typeof Checklist>

/** The points of a test as they were named then, and which of them were tried. */
export const CheckedPoints = z.array(z.object({ point: Point, done: z.boolean() })).check(atMost(checkPoints, 'points'))
export type CheckedPoints = z.infer<typeof CheckedPoints>
