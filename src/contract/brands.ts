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

/**
 * A value is not what the law says it must be.
 *
 * The compiler says it of literals; this is for values that come from elsewhere.
 *
 * @example
 * try {
 *   reasonPhrase(Number('999') as 404)
 * } catch (error) {
 *   if (error instanceof LawError) console.error(error.message)
 * }
 */
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

/**
 * The constructors and guards of a law: which methods are safe, which statuses carry content.
 *
 * Another law may say otherwise than the default one, and then so do they.
 *
 * @example brandsOf(article).isIdempotent('PATCH') //=> true
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2
 */
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
  /**
   * The method with its brand, known to be idempotent.
   *
   * Only such a request may be sent again by itself when the answer was lost.
   *
   * @example idempotent('PUT') //=> 'PUT'
   * @throws LawError for a method of which the law does not say so.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2
   */
  idempotent,
  /**
   * Whether a value is an idempotent method.
   *
   * @example isIdempotent('POST') //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2
   */
  isIdempotent,
  /**
   * The method with its brand, known to be safe.
   *
   * Only such a request may be sent without anybody having asked for it: by a crawler, by prefetching.
   *
   * @example safe('GET') //=> 'GET'
   * @throws LawError for a method of which the law does not say so.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1
   */
  safe,
  /**
   * Whether a value is a safe method.
   *
   * @example isSafe('DELETE') //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1
   */
  isSafe,
  /**
   * The method with its brand, known to be cacheable.
   *
   * The answers to other methods are never stored for later requests.
   *
   * @example cacheable('GET') //=> 'GET'
   * @throws LawError for a method of which the law does not say so.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.3
   */
  cacheable,
  /**
   * Whether a value is a cacheable method.
   *
   * @example isCacheable('PUT') //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.3
   */
  isCacheable,
  /**
   * The status with its brand, known to carry no content.
   *
   * Whoever reads such a response must not wait for content.
   *
   * @example noBody(204) //=> 204
   * @throws LawError for a status of which the law does not say so.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1
   */
  noBody,
  /**
   * Whether a value is a status that carries no content.
   *
   * @example isNoBody(200) //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1
   */
  isNoBody,
  /**
   * The status with its brand, known to be able to carry content.
   *
   * Only such a response is worth decoding.
   *
   * @example contentful(200) //=> 200
   * @throws LawError for a status of which the law does not say so.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-6.4
   */
  contentful,
  /**
   * Whether a value is a status that may carry content.
   *
   * @example isContentful(204) //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-6.4
   */
  isContentful,
  /**
   * The status with its brand, known to be interim, 1xx.
   *
   * Another response to the same request follows.
   *
   * @example informational(103) //=> 103
   * @throws LawError for a status of which the law does not say so.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.2
   */
  informational,
  /**
   * Whether a value is interim, 1xx.
   *
   * @example isInformational(200) //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.2
   */
  isInformational,
  /**
   * The status with its brand, known to say success, 2xx.
   *
   * The request was received, understood and accepted.
   *
   * @example successful(200) //=> 200
   * @throws LawError for a status of which the law does not say so.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.3
   */
  successful,
  /**
   * Whether a value say success, 2xx.
   *
   * @example isSuccessful(404) //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.3
   */
  isSuccessful,
  /**
   * The status with its brand, known to call for further action, 3xx.
   *
   * The answer is elsewhere, or at the client already.
   *
   * @example redirection(303) //=> 303
   * @throws LawError for a status of which the law does not say so.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4
   */
  redirection,
  /**
   * Whether a value call for further action, 3xx.
   *
   * @example isRedirection(200) //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4
   */
  isRedirection,
  /**
   * The status with its brand, known to lay the fault with the client, 4xx.
   *
   * The same request again gets the same answer.
   *
   * @example clientError(404) //=> 404
   * @throws LawError for a status of which the law does not say so.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5
   */
  clientError,
  /**
   * Whether a value lay the fault with the client, 4xx.
   *
   * @example isClientError(500) //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5
   */
  isClientError,
  /**
   * The status with its brand, known to lay the fault with the server, 5xx.
   *
   * The same request may succeed later.
   *
   * @example serverError(503) //=> 503
   * @throws LawError for a status of which the law does not say so.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.6
   */
  serverError,
  /**
   * Whether a value lay the fault with the server, 5xx.
   *
   * @example isServerError(404) //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.6
   */
  isServerError,
  /**
   * The status, known to be a possible answer to the method.
   *
   * Some answer only what the request asked for: 304 a retrieval, 206 a range.
   *
   * @example statusFor('POST', 201) //=> 201
   * @throws LawError for a status that the method is never answered.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
   */
  statusFor,
  /**
   * Whether a status can answer the method.
   *
   * @example isStatusFor('POST', 304) //=> false
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
   */
  isStatusFor,
  /**
   * The names of the fields that a response with this status must carry.
   *
   * Without them the status does not say what it has to.
   *
   * @example requiredHeaders(401) //=> ['www-authenticate']
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
   */
  requiredHeaders,
  /**
   * The reason phrase of a status, for people who read.
   *
   * No program may rely on the phrase of a message: HTTP/2 and HTTP/3 do not send it.
   *
   * @example reasonPhrase(404) //=> 'Not Found'
   * @throws LawError for a status that the law does not hold.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.1
   */
  reasonPhrase,
}: Brands<Rfc9110> = /* @__PURE__ */ brandsOf(rfc9110)
