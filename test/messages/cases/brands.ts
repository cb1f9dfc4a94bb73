/** The law as branded literals: what a method or a status is not, it cannot be called. */
import { article, type Cacheable, type ClientError, type Contentful, idempotent, type Idempotent, noBody, type NoBody, type Redirection, safe, type Safe, type ServerError, statusFor, type StatusFor, type Successful, toolkit } from 'statute'

// @refused at "'POST'": Type '"POST"' does not satisfy the constraint 'IdempotentMethod<Rfc9110>'.
export type A = Idempotent<'POST'>
// @refused at "'PATCH'": Type '"PATCH"' does not satisfy the constraint 'IdempotentMethod<Rfc9110>'.
export type B = Idempotent<'PATCH'>
// @refused at "'CONNECT'": Type '"CONNECT"' does not satisfy the constraint 'IdempotentMethod<Rfc9110>'.
export type C = Idempotent<'CONNECT'>
// @refused at "'PUT'": Type '"PUT"' does not satisfy the constraint 'SafeMethod<Rfc9110>'.
export type D = Safe<'PUT'>
// @refused at "'DELETE'": Type '"DELETE"' does not satisfy the constraint 'CacheableMethod<Rfc9110>'.
export type E = Cacheable<'DELETE'>
// @refused at "200": Type '200' does not satisfy the constraint 'NoBodyStatus<Rfc9110>'.
export type F = NoBody<200>
// @refused at "404": Type '404' does not satisfy the constraint 'NoBodyStatus<Rfc9110>'.
export type G = NoBody<404>
// @refused at "204": Type '204' does not satisfy the constraint 'ContentfulStatus<Rfc9110>'.
export type H = Contentful<204>
// @refused at "404": Type '404' does not satisfy the constraint 'StatusOf<"successful", Rfc9110>'.
export type I = Successful<404>
// @refused at "200": Type '200' does not satisfy the constraint 'StatusOf<"redirection", Rfc9110>'.
export type J = Redirection<200>
// @refused at "500": Type '500' does not satisfy the constraint 'StatusOf<"client error", Rfc9110>'.
export type K = ClientError<500>
// @refused at "404": Type '404' does not satisfy the constraint 'StatusOf<"server error", Rfc9110>'.
export type L = ServerError<404>

// @refused at "answer": Type '304' is not assignable to type 'StatusFor<"POST">'.
export const answer: StatusFor<'POST'> = 304
// @refused at "partial": Type '206' is not assignable to type 'StatusFor<"HEAD">'.
export const partial: StatusFor<'HEAD'> = 206
export const created: StatusFor<'POST'> = 201

// @refused at "'POST'": Argument of type '"POST"' is not assignable to parameter of type 'IdempotentMethod<Rfc9110>'.
idempotent('POST')
// @refused at "'PATCH'": Argument of type '"PATCH"' is not assignable to parameter of type 'IdempotentMethod<Rfc9110>'.
idempotent('PATCH')
// @refused at "'PUT'": Argument of type '"PUT"' is not assignable to parameter of type 'SafeMethod<Rfc9110>'.
safe('PUT')
// @refused at "200": Argument of type '200' is not assignable to parameter of type 'NoBodyStatus<Rfc9110>'.
noBody(200)
// @refused at "304": Argument of type '304' is not assignable to parameter of type 'Answer<"POST", Rfc9110>'.
statusFor('POST', 304)

export const put: Idempotent = idempotent('PUT')
export const get: Safe<'GET'> = safe('GET')
export const none: NoBody<204> = noBody(204)
// A literal is not the brand: whoever asks for the law wants to have been told.
// @refused from "plain": Type 'string' is not assignable to type 'Brand<"idempotent">'.
export const plain: Idempotent<'PUT'> = 'PUT'

// The article says otherwise of PATCH, and only of PATCH.
toolkit(article).idempotent('PATCH')
// @refused at "'POST'": Argument of type '"POST"' is not assignable to parameter of type 'IdempotentMethod<ExtendedLaw<Rfc9110, "article", { readonly PATCH: { readonly idempotent: true; readonly departs: string; }; }, {}, {}, false>>'.
toolkit(article).idempotent('POST')
