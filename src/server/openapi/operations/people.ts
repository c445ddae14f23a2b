import type { Operations } from '../operations.ts'

export const peopleOperations = {
  viewTeams: 'Get the teams that alerts can be assigned to',
  setTeams: 'Set the teams that alerts can be assigned to',
  listPeopleFeeds: 'List the private addresses of all people, without their secrets',
  revokePersonFeed: 'Revoke a private address of any person',
  listPeople: 'List the people who may sign in',
  setPerson: {
    summary: 'Add an account, or change its role or password',
    description: 'Ends the sessions of that person.',
    success: [200, 201],
  },
  removePerson: { summary: 'Remove a person', description: 'Ends their sessions. What they did stays in the history.' },
  viewPerson: 'Get a person',
  viewToken: 'Get an API token, without its secret',
  listTokens: 'List the API tokens',
  addToken: {
    summary: 'Create an API token',
    description: 'The token itself is part of this answer only.',
    success: [201],
  },
  revokeToken: 'Revoke an API token',
  listAudit: 'List the audit log, newest first, 200 entries at a time',
} as const satisfies Operations
