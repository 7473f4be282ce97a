import { describe, expect, it } from 'vitest'
import { operationNames } from '../../../electron/contract/operation-names.ts'
import { createClient } from '../../../renderer/api/client.ts'
import { errorOf } from '../../../renderer/api/error-of.ts'
import { RequestFailure } from '../../../renderer/api/transport.ts'
import { createFakeProgram } from '../fake-program.ts'

describe('the client', () => {
  it('has one function for every operation', () => {
    const client = createClient(createFakeProgram().transport)
    expect(Object.keys(client)).toEqual([...operationNames])
  })

  it('answers the value of a result', async () => {
    const client = createClient(createFakeProgram().transport)
    expect(await client.readWorkspace({})).toBeNull()
  })

  it('throws the failure of a result', async () => {
    const client = createClient(createFakeProgram().transport)
    const failure = await client.readArticle({ articleId: 'nowhere' }).catch((thrown: unknown) => thrown)
    expect(errorOf(failure)).toEqual({ code: 'article-not-found', articleId: 'nowhere' })
  })

  it.each([['a page of HTML'], [null], [{}]])('takes an answer of %j for no answer', async (answer) => {
    const client = createClient({
      outlivesPage: true,
      call: async () => answer,
      subscribe: () => () => undefined,
    })
    await expect(client.readStatus({})).rejects.toEqual(new RequestFailure({ code: 'program-unreachable' }))
  })
})

describe('errorOf', () => {
  it('throws on what is no failed request', () => {
    const fault = new TypeError('a fault of the page')
    expect(() => errorOf(fault)).toThrow(fault)
  })
})
