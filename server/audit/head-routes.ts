import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { auditHead } from '../contract/audit.ts'
import { answer } from '../http/answer.ts'
import { problems } from '../http/problem-responses.ts'
import type { HeadKeeper } from './head-keeper.ts'

/** The signed end of the log, so that whoever keeps a copy is a witness of all that was written until then. */
export function headRoutes(api: FastifyInstance, head: HeadKeeper): void {
  api.withTypeProvider<ZodTypeProvider>().get(
    '/audit/head',
    {
      schema: {
        summary: 'The signed end of the audit log, as it is now',
        operationId: 'getAuditHead',
        tags: ['audit'],
        querystring: z.strictObject({}),
        response: {
          200: answer(auditHead, 'HEAD with its signature and the key to check it'),
          ...problems(400, 401, 404),
        },
      },
    },
    async () => {
      const { lines, hash, at, text, signature } = await head.write()
      return { lines, hash, at, text, signature: signature.toString('base64'), publicKey: head.signer().publicKeyPem }
    },
  )
}
