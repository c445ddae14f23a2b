/**
 * Limits of numbers and texts, under the names that an input element has for them. The schemas, the link of a plan and
 * the forms read them here.
 */

/** `step`: 1 for whole numbers only. */
export type NumberLimit = { readonly min: number; readonly max: number; readonly step: 1 | 'any' }

/** Lengths are in characters. `required`: it is not empty. */
export type TextLimit = { readonly maxLength: number; readonly minLength?: number; readonly required?: true }

const whole = (min: number, max: number) => ({ min, max, step: 1 }) as const
const decimal = (min: number, max: number) => ({ min, max, step: 'any' }) as const
const optional = (maxLength: number) => ({ maxLength }) as const
const required = (maxLength: number) => ({ maxLength, required: true }) as const

// Vulnerabilities: by what one is named in addresses.
export const vulnerabilityName = optional(400)

// The fleet.
export const machines = whole(1, 10_000_000)
export const osEdition = required(120)
export const fleetLines = optional(5000)
export const machineRole = required(60)
export const machineRoles = optional(20)

// Rollouts. Those of a plan are also what its link may say.
export const consoles = whole(1, 99)
/** How long a measured rollout took, in minutes; more than 0. */
export const rolloutMinutes = decimal(0, 1_000_000)
export const deploymentTool = optional(80)
export const plannedMachines = whole(0, machines.max)
export const restartMinutes = whole(0, 600)
export const marginMinutes = whole(0, 600)
export const percent = decimal(0, 100)
export const soakHours = decimal(0, 1000)
export const setupMinutes = decimal(0, 10_000)
export const secondsPerMachine = decimal(0, 100_000)
export const daysAfterPatchTuesday = whole(0, 60)

// Kept plans.
export const planName = required(120)
export const planInputs = required(60_000)
export const wavesOfPlan = optional(100)
export const planReason = optional(500)
export const changeTicket = required(120)
export const waveName = optional(120)
export const waveMachines = optional(100_000)

// The lab.
/** How long a fix took on one machine, in minutes. */
export const testMinutes = decimal(0.1, 100_000)
export const labText = optional(4000)
/** A point of the checklist, and how many there are. */
export const checkPoint = required(120)
export const checkPoints = optional(40)
export const issueTitle = required(200)
export const issueId = required(200)
export const registryText = optional(1000)
export const registryValues = optional(50)
export const resolutionReason = required(4000)

// Triage and the discussion.
export const assignee = optional(80)
export const teams = optional(200)
export const triageNote = optional(2000)
export const triageReason = required(500)
export const triageChanges = optional(20_000)
export const comment = required(10_000)
/** What is said when a bulletin is handed over. */
export const handoverNote = required(2000)
/** People and teams that one text names; more stay text. */
export const mentionsOfText = optional(50)

// Field reports.
export const fieldBuild = optional(80)
export const fieldText = optional(4000)

// Due days.
export const dueDays = whole(1, 3650)
export const dueReason = required(500)
export const timeZone = required(64)

// Holds.
export const holdReason = required(500)
export const holdBulletins = optional(200)
export const holdPlatforms = optional(200)

// Checked machines.
export const coverageCsv = required(5_000_000)
export const machineName = required(255)

// Machines that report.
export const attempts = optional(50_000)
export const attemptCode = required(40)
/** Days without a report, after which a machine is deleted. */
export const machineDays = whole(1, 3650)
export const machineSearch = optional(200)

// Files of inventory tools.
export const inventoryMachines = optional(100_000)
export const inventoryLines = optional(1_000_000)
export const inventoryProblems = optional(1000)
/** How many fixes, states and attempts a file may tell of one machine. */
export const machineFacts = optional(5000)

// People and sources.
export const personName = required(80)
/** A password as entered: it may be older than today's rules. */
export const enteredPassword = required(200)
export const newPassword = { ...enteredPassword, minLength: 12 } as const
/** How long a proof lasts that it is still its person who uses a session, in minutes. */
export const proofMinutes = 10
/** Where a person is led once they have signed in. */
export const destination = optional(4000)
export const tokenTitle = required(80)
export const sourceTitle = required(80)
export const sourceAddress = required(500)

// Documents.
export const documentName = required(500)
/** The largest document that is imported, in bytes: 64 MiB. */
export const documentBytes = 64 * 1024 * 1024

// Saved filters.
export const filterList = optional(200)
export const savedSearch = optional(4000)

// Lists.
export const listedIds = optional(8000)

// Private feeds.
export const privateFeedName = required(80)
/** How many a person may have. */
export const privateFeedsOfPerson = 50

export { filterName, searchText } from './filter-limits.ts'

// Notices.
export const channelName = optional(120)
export const channelAddress = required(2000)
export const subscriptionName = required(120)
export const subscribedKinds = optional(100)
/** How many a person, or a team, has. */
export const channelsOfOne = optional(20)
export const subscriptionsOfOne = optional(100)
export const noticeSecret = required(200)
export const bounceReason = required(500)
