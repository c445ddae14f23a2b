/** Which error statuses an endpoint can answer, and what they mean. */
import type { Endpoint } from '../../contract/endpoints/endpoint.ts'
import type { Operation } from './operations.ts'

export const errorStatuses = {
  400: 'The request is invalid; `details` names the fields.',
  401: 'Not signed in, or the token or password is not valid.',
  403:
    'Your role or the way you signed in is not enough, or the request came from another site. What you have to do first is ' +
    'in `code`: show that it is still you (`proof_required`), or choose a password of your own (`password_change_required`).',
  404: 'There is no such thing.',
  408: 'The body did not arrive in time.',
  409: 'Not possible in the present state.',
  412: 'Someone else was faster; `current` is the present state, where it is given.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  422: 'The document was refused; `details` says where and why.',
  428: 'The header `If-Match` is missing.',
  429: 'Too many requests; try again after `Retry-After` seconds.',
  503: 'The database cannot be reached.',
} as const

export type ErrorStatus = keyof typeof errorStatuses

/** Only schemas that take any query parameter leave nothing to refuse. */
const isStrict = ({ query }: Endpoint) => query?.def.catchall === undefined

/** The error statuses that follow from the endpoint (its role, parameters, body and headers), and those named beside it. */
export function errorsOf(endpoint: Endpoint, { success, errors }: Operation): ErrorStatus[] {
  const { method, path, role, params, body, isConditional, isKeyed } = endpoint
  const isApi = path.startsWith('/api/')
  const isWrite = method !== 'get'
  const hasParams = params !== undefined
  const applies: Record<ErrorStatus, boolean> = {
    400: isStrict(endpoint) || hasParams || body !== undefined || isKeyed === true,
    401: isApi || role !== 'anyone',
    403: isWrite || role !== 'anyone',
    // A PUT that can answer 201 creates what is not there.
    404: hasParams && !(method === 'put' && success?.includes(201)),
    408: body !== undefined,
    409: false,
    412: isConditional === true,
    413: body !== undefined,
    415: body !== undefined && body !== 'document',
    422: false,
    428: isConditional === true,
    429: isWrite,
    503: false,
  }
  const statuses = Object.keys(applies).map((status) => Number(status) as ErrorStatus)
  return statuses.filter((status) => applies[status] || errors?.some((other) => other === status))
}
