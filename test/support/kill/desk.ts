/** What people at work know, and what they find in a database afterwards. */
import { below } from '../chance.ts'

/** Something that was left by an earlier round, under its number. */
type Left = { id: number; bulletin: string }

/** What all writers share. Of what earlier rounds have left, each thing is taken by one of them, once. */
export type Desk = {
  url: string
  ids: readonly string[]
  /** The version of each state that somebody was told last. */
  versions: Map<string, number>
  comments: Left[]
  results: Left[]
  rollouts: Left[]
  reports: Left[]
  /** The ids of sources that people have added. */
  sources: string[]
}

export type KeptEvent = { id: number; topic: string; what: string; bulletin: string | null; detail: string }

/** What has come into a database since it was looked at last. */
export type Found = {
  events: readonly KeptEvent[]
  /** The versions of each bulletin, as text. */
  versions: ReadonlyMap<string, readonly string[]>
  /** Titles by id, of all sources. */
  sources: ReadonlyMap<string, string>
  /** The numbers of all texts of which nothing is left, and those that take-backs name. */
  emptied: ReadonlySet<number>
  takenBack: readonly number[]
  /** The machines that are on file by name, with a mark for each report. */
  machines: ReadonlyMap<string, readonly string[]>
  /** The same for each attempt to install something on them. */
  attempts: ReadonlyMap<string, readonly string[]>
}

/** A write that nobody has sent yet. */
export type Write = {
  params?: Record<string, string>
  body?: unknown
  /** What it takes the place of. */
  version?: number
  /** Notes what the server has answered. */
  learn?: (answer: unknown) => void
  /** How often each of its pieces is there: once each where it is whole, never where there is nothing of it. */
  countIn: (found: Found) => number[]
}

/** Makes a write by which `mark`, or the number in it, is found again; null where there is nothing to be written about. */
export type Kind = (desk: Desk, mark: string, number: number) => Write | null | Promise<Write | null>

export const pick = <T>(all: readonly T[], otherwise: T): T => all[below(all.length)] ?? otherwise

/** Takes one of what was left; null where there is nothing. */
export const take = <T>(all: T[]): T | null => all.splice(below(all.length), 1)[0] ?? null

/** The events of a topic in which a text stands as it is. */
export const eventsWith = ({ events }: Found, topic: string, text: string): KeptEvent[] =>
  events.filter((event) => event.topic === topic && event.detail.includes(JSON.stringify(text)))
