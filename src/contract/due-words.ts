/** The closed vocabularies of due days, apart from their schemas: rules and pages read them alone. */
import { environments } from './vocabulary.ts'

/** What gives a bulletin its due day. */
export const duePolicyKinds = ['table', 'bod-26-04'] as const

export const dueEnvironments = [...environments, 'unknown'] as const

/** What BOD 26-04 asks for, the shortest first. */
export const bodOutcomes = ['3-days-forensics', '3-days', '14-days', '60-days', 'system-upgrade'] as const

/** Where a fact comes from that a decision is made by. */
export const factBases = ['kev', 'vulnrichment', 'inferred', 'fleet', 'setting', 'none'] as const

/** Why a bulletin has no due day at all: `closed` is done or not applicable. */
export const noDueReasons = ['shipped', 'superseded', 'not-to-install', 'closed', 'withdrawn'] as const
