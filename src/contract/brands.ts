/** The run-time twins of the branded literals: a constructor that refuses in the words of the law, and a guard that narrows. */
import type {
  Answer,
  Brand,
  CacheableMethod,
  ContentfulStatus,
  IdempotentMethod,
  NoBodyStatus,
  SafeMethod,
  StatusOf,
} from '../../types/brands.js'
import type { MethodName, StatusCode } from '../../types/law.js'
import type { Law, MethodFacts, StatusClass, StatusFacts } from '../registry/facts.js'
import { type Rfc9110, rfc9110 } from '../registry/rfc9110.js'

/** A value is not what the law says it must be. */
export class LawError extends TypeError {
  override readonly name = 'LawError'
}

type Branded<Value, Tag extends string> = Value & Brand<Tag>

interface Twin<All extends string | number, Tag extends string> {
  /** Returns the value with its brand. Throws a LawError for a value of which the law does not say so. */
  readonly make: <const Value extends All>(value: Value) => Branded<Value, Tag>
  /** Whether the law says so of the value. */
  readonly is: (value: unknown) => value is Branded<All, Tag>
}

const twin = <All extends string | number, Tag extends string>(
  holds: (value: unknown) => boolean,
  refusal: (value: unknown) => string,
): Twin<All, Tag> => ({
  make: (value) => {
    if (!holds(value)) throw new LawError(refusal(value))
    return value as never
  },
  is: (value): value is Branded<All, Tag> => holds(value),
})

const classNames: Readonly<Record<StatusClass, string>> = {
  informational: '1xx',
  successful: '2xx',
  redirection: '3xx',
  'client error': '4xx',
  'server error': '5xx',
}

/** The twins of a law. @example brandsOf(article).idempotent('PATCH') */
export const brandsOf = <L extends Law>(law: L) => {
  const method = (name: unknown): MethodFacts | undefined =>
    typeof name === 'string' && Object.hasOwn(law.methods, name) ? law.methods[name] : undefined
  const status = (code: unknown): StatusFacts | undefined =>
    typeof code === 'number' && Object.hasOwn(law.statuses, code) ? law.statuses[code] : undefined

  const ofMethod = <All extends string, Tag extends string>(tag: Tag, cite: string, test: (facts: MethodFacts) => boolean) =>
    twin<All, Tag>(
      (name) => {
        const facts = method(name)
        return facts !== undefined && facts.group !== 'reserved' && test(facts)
      },
      (name) =>
        method(name)
          ? `${name} is not ${tag} (${cite}, ${method(name)!.cite}; registry ${law.name})`
          : `${name} is not a method of registry ${law.name}`,
    )
  const ofStatus = <All extends number, Tag extends string>(words: string, test: (facts: StatusFacts) => boolean) =>
    twin<All, Tag>(
      (code) => {
        const facts = status(code)
        return facts !== undefined && test(facts)
      },
      (code) =>
        status(code)
          ? `${code} ${status(code)!.phrase} ${words} (${status(code)!.cite}; registry ${law.name})`
          : `${code} is not a status of registry ${law.name}`,
    )
  const ofClass = <const Class extends StatusClass>(name: Class) =>
    ofStatus<StatusOf<Class, L>, Class>(`is not ${classNames[name]}`, (facts) => facts.class === name)

  const idempotent = ofMethod<IdempotentMethod<L>, 'idempotent'>('idempotent', 'RFC 9110 §9.2.2', (facts) => facts.idempotent)
  const safe = ofMethod<SafeMethod<L>, 'safe'>('safe', 'RFC 9110 §9.2.1', (facts) => facts.safe)
  const cacheable = ofMethod<CacheableMethod<L>, 'cacheable'>('cacheable', 'RFC 9110 §9.2.3', (facts) => facts.cacheable !== 'no')
  const noBody = ofStatus<NoBodyStatus<L>, 'no body'>('may carry content', (facts) => facts.content === 'never')
  const contentful = ofStatus<ContentfulStatus<L>, 'contentful'>('carries no content', (facts) => facts.content !== 'never')
  const informational = ofClass('informational')
  const successful = ofClass('successful')
  const redirection = ofClass('redirection')
  const clientError = ofClass('client error')
  const serverError = ofClass('server error')

  const isStatusFor = <const M extends MethodName<L>>(name: M, code: unknown): code is Answer<M, L> => {
    const [asked, given] = [method(name), status(code)]
    return (
      asked !== undefined && given !== undefined && given.never === undefined && (given.needs === undefined || asked[given.needs] === true)
    )
  }
  const statusFor = <const M extends MethodName<L>, const C extends Answer<M, L>>(name: M, code: C): C => {
    if (!isStatusFor(name, code))
      throw new LawError(`${name} is never answered ${code} (${status(code)?.cite ?? 'no such status'}; registry ${law.name})`)
    return code
  }
  const requiredHeaders = <const C extends StatusCode<L>>(code: C): readonly string[] => Object.keys(status(code)?.requires ?? {})
  const reasonPhrase = <const C extends StatusCode<L>>(code: C): L['statuses'][C]['phrase'] => {
    const facts = status(code)
    if (!facts) throw new LawError(`${code} is not a status of registry ${law.name}`)
    return facts.phrase
  }

  return {
    idempotent: idempotent.make,
    isIdempotent: idempotent.is,
    safe: safe.make,
    isSafe: safe.is,
    cacheable: cacheable.make,
    isCacheable: cacheable.is,
    noBody: noBody.make,
    isNoBody: noBody.is,
    contentful: contentful.make,
    isContentful: contentful.is,
    informational: informational.make,
    isInformational: informational.is,
    successful: successful.make,
    isSuccessful: successful.is,
    redirection: redirection.make,
    isRedirection: redirection.is,
    clientError: clientError.make,
    isClientError: clientError.is,
    serverError: serverError.make,
    isServerError: serverError.is,
    statusFor,
    isStatusFor,
    requiredHeaders,
    reasonPhrase,
  }
}

/** The twins of a law, as a type that can be named. */
export type Brands<L extends Law> = ReturnType<typeof brandsOf<L>>

export const {
  idempotent,
  isIdempotent,
  safe,
  isSafe,
  cacheable,
  isCacheable,
  noBody,
  isNoBody,
  contentful,
  isContentful,
  informational,
  isInformational,
  successful,
  isSuccessful,
  redirection,
  isRedirection,
  clientError,
  isClientError,
  serverError,
  isServerError,
  statusFor,
  isStatusFor,
  requiredHeaders,
  reasonPhrase,
}: Brands<Rfc9110> = /* @__PURE__ */ brandsOf(rfc9110)
