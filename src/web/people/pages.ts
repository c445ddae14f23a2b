/** The pages of people, loaded together when one of them is first opened. */
export { accountLazyRoute } from './AccountPage.tsx'
export { passwordLazyRoute } from './PasswordPage.tsx'
export { peopleLazyRoute } from './PeoplePage.tsx'
export { loadPeople } from './queries.ts'
