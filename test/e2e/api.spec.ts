import { expect, test } from './support/page.ts'

test('the served API gives the index, one bulletin and its own description', async ({ request }) => {
  const index = await request.get('/api/bulletins')
  expect(index.headers()['etag']).toBeTruthy()
  expect(await index.json()).toHaveLength(23)
  expect(await (await request.get('/api/bulletins/MS05-019')).json()).toMatchObject({ id: 'MS05-019', kb: ['893066'] })
  expect(await (await request.get('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' })
})

test('an unknown address of the API is told so in the one shape of an error', async ({ request }) => {
  for (const path of ['/api/bulletins/MS99-999', '/api/nothing']) {
    const reply = await request.get(path)
    expect(reply.status(), path).toBe(404)
    expect(await reply.json()).toMatchObject({ code: 'not_found' })
  }
})
