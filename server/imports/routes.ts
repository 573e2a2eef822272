import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { recordChange } from '../audit/record.ts'
import { savedList, sheetName } from '../contract/entry.ts'
import { importPreview, importQuery } from '../contract/import.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { User } from '../domain/access.ts'
import { requireRegion, signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import { type AsOf, resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { planSaving, saveDrafts } from '../observations/save.ts'
import { byCode, listPlans, listRegions } from '../plans/queries.ts'
import { getSheet } from '../sheets/queries.ts'
import { dropImport, findImport, keepImport } from './kept.ts'
import { LIMITS } from './limits.ts'
import { readImport, toPreview } from './preview.ts'
import { writeTemplate } from './template.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** None of them can be sent by a form of another site. */
const FILE_TYPES = [XLSX, 'text/csv', 'application/vnd.ms-excel', 'application/octet-stream']

const file = z.instanceof(Buffer).meta({ type: 'string', format: 'binary' })

export function importRoutes(api: FastifyInstance, context: Context): void {
  const { db, clock, mode } = context
  api.addContentTypeParser(FILE_TYPES, { parseAs: 'buffer', bodyLimit: LIMITS.uploadBytes }, (_request, body, done) =>
    done(null, body),
  )
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/templates/:region/:year.xlsx',
    {
      schema: {
        summary: "The form in which a region fills in a year's figures with a spreadsheet",
        operationId: 'getTemplate',
        tags: ['imports'],
        params: sheetName,
        querystring: z.strictObject({}),
        response: {
          200: { description: 'XLSX', content: { [XLSX]: { schema: file } } },
          ...problems(400, 401, 404, 422),
        },
      },
    },
    async (request, reply) => {
      const { region, year } = request.params
      const user = await requireRegion(context, request, 'enter', region)
      const { sheet, regionNameZh, asOf } = await loadSheet(user, region, year)
      const plans = await listPlans(db, asOf.seq)
      const planTitlesZh = new Map(plans.map(({ code, titleZh }) => [code, titleZh]))
      const bytes = await writeTemplate({ sheet, regionNameZh, planTitlesZh })
      const name = encodeURIComponent(`${regionNameZh}${year}年度数据填报表.xlsx`)
      return await reply
        .type(XLSX)
        .header('content-disposition', `attachment; filename="${region}-${year}.xlsx"; filename*=UTF-8''${name}`)
        .send(Buffer.from(bytes))
    },
  )

  routes.post(
    '/imports',
    {
      bodyLimit: LIMITS.uploadBytes,
      schema: {
        summary: 'What a file would enter: every change and every problem by row and column; nothing is changed yet',
        description:
          'The body is the file itself, XLSX or CSV (UTF-8 or GB18030), at most 2 MB. The columns are those of the template, or of observations.csv.',
        operationId: 'previewImport',
        tags: ['imports'],
        querystring: importQuery,
        body: file,
        response: { 200: answer(importPreview, 'What would be done'), ...problems(400, 401, 403, 404, 413, 422, 429) },
      },
    },
    async (request) => {
      const { region, year } = request.query
      const user = await requireRegion(context, request, 'enter', region)
      const { sheet, regionNameZh, asOf } = await loadSheet(user, region, year)
      const read = await readImport(request.body, sheet, regionNameZh)
      const { errors, conflicts } = await planSaving(db, user, asOf, read.drafts, mode === 'demo')
      const isApplicable =
        read.matched.problems.length + errors.length + conflicts.length === 0 && read.drafts.length > 0
      const { sha256, drafts } = read
      const kept = { regionCode: region, year, sha256, drafts }
      const id = isApplicable
        ? await inWriteTransaction(db, (trx) => keepImport(trx, user.username, clock(), kept))
        : null
      return toPreview(read, sheet, [...errors, ...conflicts], id, languageOf(request))
    },
  )

  routes.post(
    '/imports/:id/apply',
    {
      schema: {
        summary: 'Save what a preview has told as drafts: all or nothing',
        description: '409 where someone changed one of the figures since the preview.',
        operationId: 'applyImport',
        tags: ['imports'],
        params: z.strictObject({ id: z.string() }),
        response: { 200: answer(savedList, 'The drafts'), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const { id } = request.params
      const kept = await findImport(db, signedIn(request).username, clock(), id)
      if (kept === undefined) throw notFound()
      const { regionCode, year, sha256, drafts } = kept
      const user = await requireRegion(context, request, 'enter', regionCode)
      return await inWriteTransaction(db, async (trx) => {
        if (!(await dropImport(trx, id))) throw notFound()
        const data = { regionCode, year, sha256, items: drafts.length }
        await recordChange(trx, user, clock(), { action: 'import.apply', data })
        return { items: await saveDrafts(trx, user, await resolveAsOf(trx, clock, undefined), drafts, mode === 'demo') }
      })
    },
  )

  async function loadSheet(user: User, regionCode: string, year: number): Promise<LoadedSheet> {
    const asOf = await resolveAsOf(db, clock, undefined)
    const region = byCode(await listRegions(db, asOf.seq)).get(regionCode)
    if (region === undefined) throw notFound()
    const sheet = await getSheet(db, asOf, user, { regionCode, year })
    if (sheet.rows.length === 0) throw new Refusal(422, 'nothing-asked')
    return { sheet, regionNameZh: region.nameZh, asOf }
  }
}

interface LoadedSheet {
  sheet: Awaited<ReturnType<typeof getSheet>>
  regionNameZh: string
  asOf: AsOf
}
