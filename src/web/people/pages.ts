/** What loads the pages of people. */
import type { QueryClient } from '@tanstack/react-query'

export const loadAccountPage = async () => (await import('./AccountPage.tsx')).accountLazyRoute
export const loadPasswordPage = async () => (await import('./PasswordPage.tsx')).passwordLazyRoute
export const loadSignIn = async () => (await import('./SignInPage.tsx')).signInLazyRoute
export const loadPeoplePage = async () => (await import('./PeoplePage.tsx')).peopleLazyRoute
/** What the page of people begins with. */
export const loadPeopleData = async (client: QueryClient) => (await import('./queries.ts')).loadPeople(client)
