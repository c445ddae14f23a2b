/** What loads the page of the due day policy. */
export const loadPolicyPage = async () => (await import('./PolicyPage.tsx')).policyLazyRoute
