/**
 * The closed vocabularies of the field, once. Order matters: the first word of each list is the one that calls for the
 * most attention, so a position in the list is a sort order everywhere. The schemas are made of them; the first view
 * needs the lists alone.
 */

/** 1 critical, 2 important, 3 moderate, 4 low. */
export const severities = [1, 2, 3, 4] as const

/** What a list can be asked for: a severity, or that none is known. */
export const severityOptions = [...severities, 'unrated'] as const

export const exploitabilities = ['detected', 'more-likely', 'less-likely', 'unlikely'] as const

/** Who says that a vulnerability is exploited: CISA's list of exploited ones, its publisher, or CISA's judgement in a CVE record. */
export const exploitedByOptions = ['kev', 'publisher', 'vulnrichment'] as const

/** Why a vulnerability calls for attention, the most serious reason first. */
export const notableReasons = ['exploited', 'proof-of-concept', 'public', 'more-likely', 'critical', 'cvss'] as const

/**
 * How a vulnerability is reached, by its CVSS vector: by an attacker without an account, and without a person who opens or
 * clicks anything; `wormable` is both, over the network.
 */
export const reaches = ['wormable', 'no-privileges', 'no-click'] as const

export const urgencies = ['immediate', 'early', 'wait', 'unrated'] as const

export const exploits = ['exploited', 'proof-of-concept', 'none', 'unknown'] as const

export const disclosures = ['public', 'private', 'unknown'] as const

export const impacts = [
  'remote-code-execution',
  'elevation-of-privilege',
  'security-feature-bypass',
  'information-disclosure',
  'tampering',
  'spoofing',
  'denial-of-service',
] as const

export const restarts = ['required', 'maybe', 'not-required', 'unknown'] as const

export const environments = ['server', 'client'] as const

export const outcomes = ['failed', 'passed-with-issues', 'passed', 'unrecorded'] as const

/** What the lab knows of a bulletin: any of the outcomes that it saw, or that it has seen none. */
export const labStates = [...outcomes, 'untested'] as const

/** Whether something is on file. */
export const presences = ['yes', 'no'] as const

/** What is on file of known issues: at least one, a page that nobody has read, or neither. */
export const issuesOnFile = ['yes', 'unread', 'no'] as const

export const triages = ['new', 'assessing', 'planned', 'deploying', 'deferred', 'done', 'not-applicable'] as const

/** Whether a state asks why nothing is done, and until when. */
export const asksReason = (status: (typeof triages)[number]): boolean =>
  status === 'deferred' || status === 'not-applicable'
export const asksReview = (status: (typeof triages)[number]): boolean => status === 'deferred'

/** What a list can be asked for: how far we are, or what was deferred until a day that has come. */
export const triageOptions = [...triages, 'review-due'] as const

/** In which order a list comes. */
export const sortOrders = ['urgency', 'due', 'changed', 'updated', 'cvss', 'epss', 'machines', 'id'] as const

/** Each may all that those before it may: analysts triage and record, editors bring in, admins let people in. */
export const roles = ['viewer', 'analyst', 'editor', 'admin'] as const

/** What an error of the API is, for programs. */
export const problemCodes = [
  'invalid',
  'not_found',
  'unauthenticated',
  'forbidden',
  'proof_required',
  'password_change_required',
  'conflict',
  'too_large',
  'too_many',
  'refused',
  'unavailable',
  'unexpected',
] as const
