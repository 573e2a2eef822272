import fc from 'fast-check'
import type { InjectOptions } from 'fastify'

interface Parameter {
  name: string
  in: 'query' | 'path'
  schema: object
}

/** What these tests read of an OpenAPI document. */
export interface Described {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>
}

type Method = NonNullable<InjectOptions['method']>

/** No parameter of the API takes any of these. */
const NEVER_VALID = fc.oneof(
  fc.constantFrom(
    '',
    '\0',
    '-1',
    '0.5',
    '1e+9',
    'NaN',
    '[object Object]',
    'A B',
    '１２',
    '..',
    '%',
    '2026-02-30T',
    '九',
  ),
  fc.string({ unit: 'binary', minLength: 201, maxLength: 300 }).map((text) => text.toWellFormed()),
)

/** `q` takes any text of 1 to 200 characters; a `cursor` must be one that was given out. */
const invalidFor = (name: string): fc.Arbitrary<string> =>
  name === 'q' ? fc.oneof(fc.constant(''), fc.string({ minLength: 201, maxLength: 300 })) : NEVER_VALID

/** Requests that are wrong in one way: a value that its parameter does not take, a parameter or route that does not exist, twice the same. */
export function malformedRequest({ paths }: Described): fc.Arbitrary<InjectOptions> {
  const routes = Object.entries(paths).map(([path, methods]) => ({
    path,
    parameters: methods['get']?.parameters ?? [],
  }))
  const route = fc.constantFrom(...routes)

  const wrongValue = fc.constantFrom(...routes.filter(hasParameters)).chain(({ path, parameters }) =>
    fc.constantFrom(...parameters).chain((parameter) =>
      invalidFor(parameter.name).map((value) => {
        const text = encodeURIComponent(value)
        return parameter.in === 'path'
          ? get(path.replace(`{${parameter.name}}`, text === '' ? '%20' : text))
          : get(`${fill(path)}?${parameter.name}=${text}`)
      }),
    ),
  )
  const unknownParameter = fc
    .tuple(route, fc.stringMatching(/^[a-z_]{1,12}$/), fc.string({ maxLength: 20 }))
    .filter(([{ parameters }, name]) => !parameters.some((parameter) => parameter.name === name))
    .map(([{ path }, name, value]) => get(`${fill(path)}?${name}=${encodeURIComponent(value.toWellFormed())}`))
  const twice = fc
    .constantFrom(...routes.filter(hasQuery))
    .chain(({ path, parameters }) =>
      fc.constantFrom(...queryOf(parameters)).map(({ name }) => `${fill(path)}?${name}=63&${name}=37`),
    )
    .map(get)
  const unknownRoute = fc
    .tuple(route, fc.stringMatching(/^[a-z0-9]{1,20}$/))
    .map(([{ path }, tail]) => get(`${fill(path)}/no/${tail}`))
  const wrongMethod = fc
    .tuple(route, fc.constantFrom<Method>('POST', 'PUT', 'PATCH', 'DELETE'), fc.string({ maxLength: 200 }))
    .map(([{ path }, method, payload]) => ({
      method,
      url: fill(path),
      payload,
      headers: { 'content-type': 'application/json' },
    }))
  const badEncoding = fc
    .tuple(route, fc.constantFrom('%', '%E0%A4%A', '%C0%AF', '%FF'))
    .map(([{ path }, tail]) => get(`${fill(path)}/${tail}`))
  return fc.oneof(wrongValue, wrongValue, wrongValue, unknownParameter, twice, unknownRoute, wrongMethod, badEncoding)
}

const get = (url: string): InjectOptions => ({ method: 'GET', url })
const fill = (path: string): string => path.replaceAll(/\{[^}]+\}/g, 'x')
const hasParameters = ({ parameters }: { parameters: Parameter[] }): boolean => parameters.length > 0
const queryOf = (parameters: Parameter[]): Parameter[] => parameters.filter((parameter) => parameter.in === 'query')
const hasQuery = ({ parameters }: { parameters: Parameter[] }): boolean => queryOf(parameters).length > 0
