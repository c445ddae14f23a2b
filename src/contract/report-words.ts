/** The closed vocabularies of the report on handling; without schemas, since pages read them. */

/** What is done with an alert, in order. */
export const handlingSteps = ['triaged', 'decided', 'tested', 'deployed'] as const
export type HandlingStep = (typeof handlingSteps)[number]

export const handlingStates = ['open', 'deployed', 'not-applicable', 'not-to-install'] as const

/** Against the due day: `running` is open with days left; `none`: it has no day, or nothing is to be deployed. */
export const handlingTimings = ['in-time', 'late', 'running', 'none'] as const

/** Up to this number of days and more than the one before; `older`: more than all of them. */
export const exceptionAges = ['30', '90', '180', 'older'] as const
export const backlogAges = ['7', '30', '90', '365', 'older'] as const
