/** Matching: a status that is missing is named where the matching should end; codes in order, then ranges, then the breach. */
import { is2xx, is4xx, match, P } from 'statute'

interface Answer<Status, Body> {
  readonly status: Status
  readonly body: Body
}
interface Breach {
  readonly status: 'breach'
  readonly reason: 'status' | 'body'
  readonly code: number
}
type Todo = { readonly title: string }
type Invalid = { readonly code: 'dup' | 'long'; readonly at: number }
type Reply = Answer<500, string> | Answer<200, Todo> | Answer<404, Todo> | Answer<422, Invalid> | Answer<'4xx', string> | Breach
declare const reply: Reply

// @refused from "exhaustive": Type 'NotHandled<"200, 404, 422, 4xx, 500, breach – add .with({ status: 200 }, …)">' has no call signatures.
match(reply).exhaustive()
// @refused from "exhaustive": Type 'NotHandled<"404, breach – add .with({ status: 404 }, …)">' has no call signatures.
match(reply).with({ status: 200 }, () => 1).with({ status: P.union(422, '4xx', 500) }, () => 2).exhaustive()
// @refused from "exhaustive": Type 'NotHandled<"breach – add .with({ status: 'breach' }, …)">' has no call signatures.
match(reply).with(is2xx, () => 1).with({ status: is4xx }, () => 2).with({ status: 500 }, () => 3).exhaustive()
// @refused from "exhaustive": Type 'NotHandled<"4xx – add .with({ status: '4xx' }, …)">' has no call signatures.
match(reply).with({ status: 200 }, { status: 404 }, { status: 422 }, () => 1).with({ status: 500 }, { status: 'breach' }, () => 2).exhaustive()
// What says more than a status handles no more than it says …
// @refused from "exhaustive": Type 'NotHandled<"422 – add .with({ status: 422 }, …)">' has no call signatures.
match(reply).with({ status: 422, body: { code: 'dup' } }, () => 1).with({ status: P.union(200, 404, 500, '4xx', 'breach') }, () => 2).exhaustive()
const dup = { status: 422, body: { code: 'dup' } } as const
// … also where it is a constant, of which no compiler checks for excess properties.
// @refused from "exhaustive": Type 'NotHandled<"422 – add .with({ status: 422 }, …)">' has no call signatures.
match(reply).with(dup, () => 1).with({ status: P.union(200, 404, 500, '4xx', 'breach') }, () => 2).exhaustive()
const misspelt = { status: 422, boddy: { code: 'dup' } } as const
// @refused from "exhaustive": Type 'NotHandled<"422 – add .with({ status: 422 }, …)">' has no call signatures.
match(reply).with(misspelt, () => 1).with({ status: P.union(200, 404, 500, '4xx', 'breach') }, () => 2).exhaustive()
// … and together with another it may handle all.
match(reply).with(dup, () => 1).with({ status: P.union(200, 404, 500, '4xx', 'breach') }, () => 2).with({ status: 422, body: { code: 'long' } }, () => 3).exhaustive()
// @refused from "exhaustive": Type 'NotHandled<"what is left has no name – end with .otherwise(…)">' has no call signatures.
match({ status: 200 as number }).with({ status: 200 }, () => 1).exhaustive()

// What is no status of the reply is no pattern.
// @refused from "status: 418": Type '418' is not assignable to type 'Pattern<500> | undefined'.
match(reply as Answer<500, string>).with({ status: 418 }, () => 1)
// @refused at "418": Argument of type '418' is not assignable to parameter of type 'Pattern<500>'.
match(reply as Answer<500, string>).with({ status: P.union(500, 418) }, () => 1)
// @refused from "({ body }": Type '200' is not assignable to type '404'.
match(reply as Answer<200, Todo>).with({ status: 200 }, ({ body }: Answer<404, Todo>) => body.title)
// @refused from "1": Type 'number' is not assignable to type 'string'.
match(reply).returnType<string>().with({ status: 200 }, () => 1)
