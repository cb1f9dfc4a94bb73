/** Every rule, by id. A test guards that each file of this folder is here and each entry has its file. */
import { accept415 } from './accept-415.js'
import { acceptEncoding415 } from './accept-encoding-415.js'
import { acceptPatch415 } from './accept-patch-415.js'
import { acceptPatchOptions } from './accept-patch-options.js'
import { acceptQuerySfList } from './accept-query-sf-list.js'
import { ageWhenCached } from './age-when-cached.js'
import { allowExcludesRefusedMethod } from './allow-excludes-refused-method.js'
import { allowMatchesRoutes } from './allow-matches-routes.js'
import { allowOnOptions } from './allow-on-options.js'
import { allowRequired405 } from './allow-required-405.js'
import { alreadyReportedInside207 } from './already-reported-inside-207.js'
import { asteriskFormOptionsOnly } from './asterisk-form-options-only.js'
import { authenticationChallengeQuoting } from './authentication-challenge-quoting.js'
import { authorizationSharedCache } from './authorization-shared-cache.js'
import { blockedBy451 } from './blocked-by-451.js'
import { cacheDirectiveTokenForm } from './cache-directive-token-form.js'
import { choices300Content } from './choices-300-content.js'
import { chunkedFinalOnce } from './chunked-final-once.js'
import { commonNeedsRoute } from './common-needs-route.js'
import { conditionWanted } from './condition-wanted.js'
import { conflictForStateChange } from './conflict-for-state-change.js'
import { connectAuthorityForm } from './connect-authority-form.js'
import { connectNoRequestContent } from './connect-no-request-content.js'
import { connectNotAPathRoute } from './connect-not-a-path-route.js'
import { connectionListsHopFields } from './connection-lists-hop-fields.js'
import { connectionNoEndToEnd } from './connection-no-end-to-end.js'
import { connectionUpgradeOption } from './connection-upgrade-option.js'
import { contentEncodingAccurate } from './content-encoding-accurate.js'
import { contentJudgingStatusNeedsContent } from './content-judging-status-needs-content.js'
import { contentLength304Equals200 } from './content-length-304-equals-200.js'
import { contentLengthGrammar } from './content-length-grammar.js'
import { contentLengthHeadEqualsGet } from './content-length-head-equals-get.js'
import { contentLengthTrue } from './content-length-true.js'
import { contentLengthWhenKnown } from './content-length-when-known.js'
import { contentLengthXorTransferEncoding } from './content-length-xor-transfer-encoding.js'
import { contentNever } from './content-never.js'
import { contentRange206Single } from './content-range-206-single.js'
import { contentRange416 } from './content-range-416.js'
import { contentRangeOnly206416 } from './content-range-only-206-416.js'
import { contentRangeOrMultipart206 } from './content-range-or-multipart-206.js'
import { contentRangeValid } from './content-range-valid.js'
import { contentTypeSingleton } from './content-type-singleton.js'
import { contentTypeWithContent } from './content-type-with-content.js'
import { continueBeforeSwitching } from './continue-before-switching.js'
import { continueNeedsExpect } from './continue-needs-expect.js'
import { contractHasFinalStatus } from './contract-has-final-status.js'
import { createdNotForSafeMethods } from './created-not-for-safe-methods.js'
import { date2xx3xx4xx } from './date-2xx-3xx-4xx.js'
import { deleteContentDiscouraged } from './delete-content-discouraged.js'
import { deleteSuccessStatuses } from './delete-success-statuses.js'
import { deprecationSfDate } from './deprecation-sf-date.js'
import { digestFieldsSfDictionary } from './digest-fields-sf-dictionary.js'
import { disallowedMethod405 } from './disallowed-method-405.js'
import { earlyDataNotInResponse } from './early-data-not-in-response.js'
import { earlyDataValue } from './early-data-value.js'
import { earlyHintsHintOnly } from './early-hints-hint-only.js'
import { errorContentExplains } from './error-content-explains.js'
import { etagGrammar } from './etag-grammar.js'
import { expectContinueNeedsContent } from './expect-continue-needs-content.js'
import { expectIgnoredHttp10 } from './expect-ignored-http10.js'
import { expectationFailedNeedsExpect } from './expectation-failed-needs-expect.js'
import { expiresIgnoredWithMaxAge } from './expires-ignored-with-max-age.js'
import { explain409 } from './explain-409.js'
import { explain428 } from './explain-428.js'
import { explain429 } from './explain-429.js'
import { explain451 } from './explain-451.js'
import { explain505 } from './explain-505.js'
import { fieldForbidden } from './field-forbidden.js'
import { fieldNameToken } from './field-name-token.js'
import { fieldRequired } from './field-required.js'
import { fieldSchema } from './field-schema.js'
import { fieldValueNoCtl } from './field-value-no-ctl.js'
import { gatewayOnly502504 } from './gateway-only-502-504.js'
import { getContentDiscouraged } from './get-content-discouraged.js'
import { getHeadSupported } from './get-head-supported.js'
import { h2ConnectPseudoHeaders } from './h2-connect-pseudo-headers.js'
import { h2LowercaseNames } from './h2-lowercase-names.js'
import { h2NoConnectionFields } from './h2-no-connection-fields.js'
import { h2PseudoHeaders } from './h2-pseudo-headers.js'
import { h2TeTrailersOnly } from './h2-te-trailers-only.js'
import { headContentDiscouraged } from './head-content-discouraged.js'
import { headMirrorsGet } from './head-mirrors-get.js'
import { heuristicOnlyListedStatus } from './heuristic-only-listed-status.js'
import { hostRequired } from './host-required.js'
import { hstsMaxAge } from './hsts-max-age.js'
import { hstsNotOverHttp } from './hsts-not-over-http.js'
import { httpDateImfFixdate } from './http-date-imf-fixdate.js'
import { idempotencyKeyInProgress409 } from './idempotency-key-in-progress-409.js'
import { idempotencyKeyMissing400 } from './idempotency-key-missing-400.js'
import { idempotencyKeyReuse422 } from './idempotency-key-reuse-422.js'
import { idempotencyKeyString } from './idempotency-key-string.js'
import { idempotentClaimRedundant } from './idempotent-claim-redundant.js'
import { ifMatchStarAlone } from './if-match-star-alone.js'
import { ifMatchStrong } from './if-match-strong.js'
import { ifModifiedSinceGetHead } from './if-modified-since-get-head.js'
import { ifNoneMatchFalseStatus } from './if-none-match-false-status.js'
import { ifNoneMatchWeak } from './if-none-match-weak.js'
import { ifRangeNeedsRange } from './if-range-needs-range.js'
import { ifRangeNoWeakEtag } from './if-range-no-weak-etag.js'
import { ifUnmodifiedSinceFallback } from './if-unmodified-since-fallback.js'
import { imUsedNeedsAIm } from './im-used-needs-a-im.js'
import { immutableNoArgument } from './immutable-no-argument.js'
import { lastModifiedNotInFuture } from './last-modified-not-in-future.js'
import { linkRelPresent } from './link-rel-present.js'
import { list406Content } from './list-406-content.js'
import { location201OrTarget } from './location-201-or-target.js'
import { location300Preferred } from './location-300-preferred.js'
import { locationOn303 } from './location-on-303.js'
import { locationOnRedirect } from './location-on-redirect.js'
import { locationSingleUri } from './location-single-uri.js'
import { lockedPreconditionCode } from './locked-precondition-code.js'
import { maxForwardsTraceOptions } from './max-forwards-trace-options.js'
import { maxForwardsZeroStops } from './max-forwards-zero-stops.js'
import { mediaTypeGrammar } from './media-type-grammar.js'
import { methodCaseSensitive } from './method-case-sensitive.js'
import { methodContentNever } from './method-content-never.js'
import { methodDeclaresContent } from './method-declares-content.js'
import { methodToken } from './method-token.js'
import { misdirectedNotByProxy } from './misdirected-not-by-proxy.js'
import { multipart206ContentType } from './multipart-206-content-type.js'
import { multipleRangesNeedMultipartClient } from './multiple-ranges-need-multipart-client.js'
import { multistatusBody } from './multistatus-body.js'
import { mustUnderstandWithNoStore } from './must-understand-with-no-store.js'
import { networkAuth511NotOrigin } from './network-auth-511-not-origin.js'
import { no1xxToHttp10 } from './no-1xx-to-http10.js'
import { no101InH2H3 } from './no-101-in-h2-h3.js'
import { no426InH2H3 } from './no-426-in-h2-h3.js'
import { noAcceptEncoding415Unrelated } from './no-accept-encoding-415-unrelated.js'
import { noAutoRetryNonIdempotent } from './no-auto-retry-non-idempotent.js'
import { noCacheOfInterim } from './no-cache-of-interim.js'
import { noContent1xx } from './no-content-1xx.js'
import { noContent204 } from './no-content-204.js'
import { noContent205 } from './no-content-205.js'
import { noContent304 } from './no-content-304.js'
import { noContentConnect2xx } from './no-content-connect-2xx.js'
import { noContentHead } from './no-content-head.js'
import { noContentLength1xx204 } from './no-content-length-1xx-204.js'
import { noContentLengthConnect2xx } from './no-content-length-connect-2xx.js'
import { noContentLengthOnBodylessRequest } from './no-content-length-on-bodyless-request.js'
import { noContentRangeMultipart206 } from './no-content-range-multipart-206.js'
import { noDeprecatedStatus } from './no-deprecated-status.js'
import { noEmptyListElements } from './no-empty-list-elements.js'
import { noHeuristicsWithExplicitExpiry } from './no-heuristics-with-explicit-expiry.js'
import { noIdentityContentEncoding } from './no-identity-content-encoding.js'
import { noMultipartForSingleRange } from './no-multipart-for-single-range.js'
import { noObsFold } from './no-obs-fold.js'
import { noRequiredReasonPhrase } from './no-required-reason-phrase.js'
import { noReservedStatus } from './no-reserved-status.js'
import { noSpaceBeforeColon } from './no-space-before-colon.js'
import { noStore6585 } from './no-store-6585.js'
import { noSuccessResponse } from './no-success-response.js'
import { noTrailersWithoutContent } from './no-trailers-without-content.js'
import { noTransferEncoding1xx204 } from './no-transfer-encoding-1xx-204.js'
import { noTransferEncodingConnect2xx } from './no-transfer-encoding-connect-2xx.js'
import { noTransferEncodingH2H3 } from './no-transfer-encoding-h2-h3.js'
import { noUnsafeEarlyData } from './no-unsafe-early-data.js'
import { noUserinfoInUri } from './no-userinfo-in-uri.js'
import { notAcceptableNeedsNegotiation } from './not-acceptable-needs-negotiation.js'
import { notModifiedMinimal } from './not-modified-minimal.js'
import { notModifiedMirrors200Fields } from './not-modified-mirrors-200-fields.js'
import { notModifiedNeedsValidatorCondition } from './not-modified-needs-validator-condition.js'
import { notModifiedOnlyConditionalGet } from './not-modified-only-conditional-get.js'
import { oddStatus } from './odd-status.js'
import { oneFinalResponse } from './one-final-response.js'
import { openapiAtLeastOneResponse } from './openapi-at-least-one-response.js'
import { openapiBodyOnUndefinedMethod } from './openapi-body-on-undefined-method.js'
import { openapiContentTypeHeaderIgnored } from './openapi-content-type-header-ignored.js'
import { openapiNoContentStatusWithoutContent } from './openapi-no-content-status-without-content.js'
import { openapiQueryOperation } from './openapi-query-operation.js'
import { openapiResponseKey } from './openapi-response-key.js'
import { optionsContentNeedsType } from './options-content-needs-type.js'
import { originNoRelianceOnUndefinedContent } from './origin-no-reliance-on-undefined-content.js'
import { paramsExtra } from './params-extra.js'
import { paramsMissing } from './params-missing.js'
import { paramsText } from './params-text.js'
import { paramsWrong } from './params-wrong.js'
import { partContentRange } from './part-content-range.js'
import { partialIfRangeMinimal } from './partial-if-range-minimal.js'
import { partialMirrors200Fields } from './partial-mirrors-200-fields.js'
import { partialMirrorsRepresentationFields } from './partial-mirrors-representation-fields.js'
import { partialNeedsRange } from './partial-needs-range.js'
import { patchConditionalRequest } from './patch-conditional-request.js'
import { patchDeclaresContent } from './patch-declares-content.js'
import { patchIdempotentClaimNeedsBasis } from './patch-idempotent-claim-needs-basis.js'
import { patchMalformed400 } from './patch-malformed-400.js'
import { pathForm } from './path-form.js'
import { pathHasQueryOrFragment } from './path-has-query-or-fragment.js'
import { pathParamUndeclared } from './path-param-undeclared.js'
import { pathParamUnused } from './path-param-unused.js'
import { pathTemplatesCollide } from './path-templates-collide.js'
import { postCacheableConditions } from './post-cacheable-conditions.js'
import { postContentDeclared } from './post-content-declared.js'
import { postCreatedLocation } from './post-created-location.js'
import { postNever206304416 } from './post-never-206-304-416.js'
import { preconditionFailedNeedsPrecondition } from './precondition-failed-needs-precondition.js'
import { preconditionOrder } from './precondition-order.js'
import { preconditionRequiredNeedsUnconditional } from './precondition-required-needs-unconditional.js'
import { preconditionsAfterOtherChecks } from './preconditions-after-other-checks.js'
import { preconditionsIgnoredConnectOptionsTrace } from './preconditions-ignored-connect-options-trace.js'
import { prefer204OverEmpty200 } from './prefer-204-over-empty-200.js'
import { preferIgnoredIfUnknown } from './prefer-ignored-if-unknown.js'
import { preferenceAppliedOnlyWhenPrefer } from './preference-applied-only-when-prefer.js'
import { problemMediaType } from './problem-media-type.js'
import { problemMemberTypes } from './problem-member-types.js'
import { problemOnlyOnErrors } from './problem-only-on-errors.js'
import { problemStatusMatches } from './problem-status-matches.js'
import { proxyAuthenticate407 } from './proxy-authenticate-407.js'
import { proxyOnly407 } from './proxy-only-407.js'
import { putContentRange400 } from './put-content-range-400.js'
import { putCreated201 } from './put-created-201.js'
import { putDeclaresContent } from './put-declares-content.js'
import { putReplaced200Or204 } from './put-replaced-200-or-204.js'
import { putValidatorOnlyIfVerbatim } from './put-validator-only-if-verbatim.js'
import { queryContentTypePresent } from './query-content-type-present.js'
import { queryDeclaresContent } from './query-declares-content.js'
import { queryUnsupportedType415 } from './query-unsupported-type-415.js'
import { qvalueThreeDigits } from './qvalue-three-digits.js'
import { rangeAfterPreconditions } from './range-after-preconditions.js'
import { rangeOnlyGetQuery } from './range-only-get-query.js'
import { rangeUnsatisfiableNeedsRange } from './range-unsatisfiable-needs-range.js'
import { redirect301302PostOnly } from './redirect-301-302-post-only.js'
import { redirect303Retrieval } from './redirect-303-retrieval.js'
import { redirect307308KeepMethod } from './redirect-307-308-keep-method.js'
import { redirectDropContentFields } from './redirect-drop-content-fields.js'
import { redirectFragmentInherited } from './redirect-fragment-inherited.js'
import { redirectLoopDetected } from './redirect-loop-detected.js'
import { redirectPrefer308307ForPost } from './redirect-prefer-308-307-for-post.js'
import { redirectQueryKeepsMethod } from './redirect-query-keeps-method.js'
import { refererNoUserinfoFragment } from './referer-no-userinfo-fragment.js'
import { registeredMethod } from './registered-method.js'
import { registeredStatus } from './registered-status.js'
import { requestContentFramed } from './request-content-framed.js'
import { requestContentLengthZero } from './request-content-length-zero.js'
import { resetContentZeroLengthFraming } from './reset-content-zero-length-framing.js'
import { resetNotForRetrieval } from './reset-not-for-retrieval.js'
import { responsesNotCacheable } from './responses-not-cacheable.js'
import { retryAfter413 } from './retry-after-413.js'
import { retryAfter429 } from './retry-after-429.js'
import { retryAfter503 } from './retry-after-503.js'
import { retryAfterGrammar } from './retry-after-grammar.js'
import { safeRouteSafeAction } from './safe-route-safe-action.js'
import { securedWithout401 } from './secured-without-401.js'
import { setCookieNotCombined } from './set-cookie-not-combined.js'
import { setCookieUniqueName } from './set-cookie-unique-name.js'
import { sfParseFailureIgnored } from './sf-parse-failure-ignored.js'
import { singletonNotRepeated } from './singleton-not-repeated.js'
import { statusCodeRange } from './status-code-range.js'
import { sunsetHttpDate } from './sunset-http-date.js'
import { sunsetNotBeforeDeprecation } from './sunset-not-before-deprecation.js'
import { teNoChunked } from './te-no-chunked.js'
import { tooEarlyNeedsEarlyData } from './too-early-needs-early-data.js'
import { traceNoRequestContent } from './trace-no-request-content.js'
import { traceNoSensitiveFields } from './trace-no-sensitive-fields.js'
import { traceReflectsRequest } from './trace-reflects-request.js'
import { trailerAnnounced } from './trailer-announced.js'
import { trailerFieldPermitted } from './trailer-field-permitted.js'
import { transformed203ProxyOnly } from './transformed-203-proxy-only.js'
import { undeclaredContent } from './undeclared-content.js'
import { undeclaredStatus } from './undeclared-status.js'
import { undeclaredType } from './undeclared-type.js'
import { unknownKey } from './unknown-key.js'
import { unknownMethod501 } from './unknown-method-501.js'
import { unknownRangeUnitIgnored } from './unknown-range-unit-ignored.js'
import { unknownStatusAsClass } from './unknown-status-as-class.js'
import { unsafeInvalidatesCache } from './unsafe-invalidates-cache.js'
import { upgrade101 } from './upgrade-101.js'
import { upgrade426 } from './upgrade-426.js'
import { upgradeIgnoredHttp10 } from './upgrade-ignored-http10.js'
import { upgradeWasOffered } from './upgrade-was-offered.js'
import { uploadResumptionNeedsUpload } from './upload-resumption-needs-upload.js'
import { validatorsOn200Get } from './validators-on-200-get.js'
import { variantAlsoNegotiatesNeedsNegotiate } from './variant-also-negotiates-needs-negotiate.js'
import { varyNoStarProxy } from './vary-no-star-proxy.js'
import { varyOnPrefer } from './vary-on-prefer.js'
import { varyWhenNegotiated } from './vary-when-negotiated.js'
import { waiveReason } from './waive-reason.js'
import { waiveUnknownRule } from './waive-unknown-rule.js'
import { webdavDepthPropfind } from './webdav-depth-propfind.js'
import { webdavDestination } from './webdav-destination.js'
import { webdavLockToken } from './webdav-lock-token.js'
import { wwwAuthenticate401 } from './www-authenticate-401.js'

export const rules = {
  'accept-415': accept415,
  'accept-encoding-415': acceptEncoding415,
  'accept-patch-415': acceptPatch415,
  'accept-patch-options': acceptPatchOptions,
  'accept-query-sf-list': acceptQuerySfList,
  'age-when-cached': ageWhenCached,
  'allow-excludes-refused-method': allowExcludesRefusedMethod,
  'allow-matches-routes': allowMatchesRoutes,
  'allow-on-options': allowOnOptions,
  'allow-required-405': allowRequired405,
  'already-reported-inside-207': alreadyReportedInside207,
  'asterisk-form-options-only': asteriskFormOptionsOnly,
  'authentication-challenge-quoting': authenticationChallengeQuoting,
  'authorization-shared-cache': authorizationSharedCache,
  'blocked-by-451': blockedBy451,
  'cache-directive-token-form': cacheDirectiveTokenForm,
  'choices-300-content': choices300Content,
  'chunked-final-once': chunkedFinalOnce,
  'common-needs-route': commonNeedsRoute,
  'condition-wanted': conditionWanted,
  'conflict-for-state-change': conflictForStateChange,
  'connect-authority-form': connectAuthorityForm,
  'connect-no-request-content': connectNoRequestContent,
  'connect-not-a-path-route': connectNotAPathRoute,
  'connection-lists-hop-fields': connectionListsHopFields,
  'connection-no-end-to-end': connectionNoEndToEnd,
  'connection-upgrade-option': connectionUpgradeOption,
  'content-encoding-accurate': contentEncodingAccurate,
  'content-judging-status-needs-content': contentJudgingStatusNeedsContent,
  'content-length-304-equals-200': contentLength304Equals200,
  'content-length-grammar': contentLengthGrammar,
  'content-length-head-equals-get': contentLengthHeadEqualsGet,
  'content-length-true': contentLengthTrue,
  'content-length-when-known': contentLengthWhenKnown,
  'content-length-xor-transfer-encoding': contentLengthXorTransferEncoding,
  'content-never': contentNever,
  'content-range-206-single': contentRange206Single,
  'content-range-416': contentRange416,
  'content-range-only-206-416': contentRangeOnly206416,
  'content-range-or-multipart-206': contentRangeOrMultipart206,
  'content-range-valid': contentRangeValid,
  'content-type-singleton': contentTypeSingleton,
  'content-type-with-content': contentTypeWithContent,
  'continue-before-switching': continueBeforeSwitching,
  'continue-needs-expect': continueNeedsExpect,
  'contract-has-final-status': contractHasFinalStatus,
  'created-not-for-safe-methods': createdNotForSafeMethods,
  'date-2xx-3xx-4xx': date2xx3xx4xx,
  'delete-content-discouraged': deleteContentDiscouraged,
  'delete-success-statuses': deleteSuccessStatuses,
  'deprecation-sf-date': deprecationSfDate,
  'digest-fields-sf-dictionary': digestFieldsSfDictionary,
  'disallowed-method-405': disallowedMethod405,
  'early-data-not-in-response': earlyDataNotInResponse,
  'early-data-value': earlyDataValue,
  'early-hints-hint-only': earlyHintsHintOnly,
  'error-content-explains': errorContentExplains,
  'etag-grammar': etagGrammar,
  'expect-continue-needs-content': expectContinueNeedsContent,
  'expect-ignored-http10': expectIgnoredHttp10,
  'expectation-failed-needs-expect': expectationFailedNeedsExpect,
  'expires-ignored-with-max-age': expiresIgnoredWithMaxAge,
  'explain-409': explain409,
  'explain-428': explain428,
  'explain-429': explain429,
  'explain-451': explain451,
  'explain-505': explain505,
  'field-forbidden': fieldForbidden,
  'field-name-token': fieldNameToken,
  'field-required': fieldRequired,
  'field-schema': fieldSchema,
  'field-value-no-ctl': fieldValueNoCtl,
  'gateway-only-502-504': gatewayOnly502504,
  'get-content-discouraged': getContentDiscouraged,
  'get-head-supported': getHeadSupported,
  'h2-connect-pseudo-headers': h2ConnectPseudoHeaders,
  'h2-lowercase-names': h2LowercaseNames,
  'h2-no-connection-fields': h2NoConnectionFields,
  'h2-pseudo-headers': h2PseudoHeaders,
  'h2-te-trailers-only': h2TeTrailersOnly,
  'head-content-discouraged': headContentDiscouraged,
  'head-mirrors-get': headMirrorsGet,
  'heuristic-only-listed-status': heuristicOnlyListedStatus,
  'host-required': hostRequired,
  'hsts-max-age': hstsMaxAge,
  'hsts-not-over-http': hstsNotOverHttp,
  'http-date-imf-fixdate': httpDateImfFixdate,
  'idempotency-key-in-progress-409': idempotencyKeyInProgress409,
  'idempotency-key-missing-400': idempotencyKeyMissing400,
  'idempotency-key-reuse-422': idempotencyKeyReuse422,
  'idempotency-key-string': idempotencyKeyString,
  'idempotent-claim-redundant': idempotentClaimRedundant,
  'if-match-star-alone': ifMatchStarAlone,
  'if-match-strong': ifMatchStrong,
  'if-modified-since-get-head': ifModifiedSinceGetHead,
  'if-none-match-false-status': ifNoneMatchFalseStatus,
  'if-none-match-weak': ifNoneMatchWeak,
  'if-range-needs-range': ifRangeNeedsRange,
  'if-range-no-weak-etag': ifRangeNoWeakEtag,
  'if-unmodified-since-fallback': ifUnmodifiedSinceFallback,
  'im-used-needs-a-im': imUsedNeedsAIm,
  'immutable-no-argument': immutableNoArgument,
  'last-modified-not-in-future': lastModifiedNotInFuture,
  'link-rel-present': linkRelPresent,
  'list-406-content': list406Content,
  'location-201-or-target': location201OrTarget,
  'location-300-preferred': location300Preferred,
  'location-on-303': locationOn303,
  'location-on-redirect': locationOnRedirect,
  'location-single-uri': locationSingleUri,
  'locked-precondition-code': lockedPreconditionCode,
  'max-forwards-trace-options': maxForwardsTraceOptions,
  'max-forwards-zero-stops': maxForwardsZeroStops,
  'media-type-grammar': mediaTypeGrammar,
  'method-case-sensitive': methodCaseSensitive,
  'method-content-never': methodContentNever,
  'method-declares-content': methodDeclaresContent,
  'method-token': methodToken,
  'misdirected-not-by-proxy': misdirectedNotByProxy,
  'multipart-206-content-type': multipart206ContentType,
  'multiple-ranges-need-multipart-client': multipleRangesNeedMultipartClient,
  'multistatus-body': multistatusBody,
  'must-understand-with-no-store': mustUnderstandWithNoStore,
  'network-auth-511-not-origin': networkAuth511NotOrigin,
  'no-101-in-h2-h3': no101InH2H3,
  'no-1xx-to-http10': no1xxToHttp10,
  'no-426-in-h2-h3': no426InH2H3,
  'no-accept-encoding-415-unrelated': noAcceptEncoding415Unrelated,
  'no-auto-retry-non-idempotent': noAutoRetryNonIdempotent,
  'no-cache-of-interim': noCacheOfInterim,
  'no-content-1xx': noContent1xx,
  'no-content-204': noContent204,
  'no-content-205': noContent205,
  'no-content-304': noContent304,
  'no-content-connect-2xx': noContentConnect2xx,
  'no-content-head': noContentHead,
  'no-content-length-1xx-204': noContentLength1xx204,
  'no-content-length-connect-2xx': noContentLengthConnect2xx,
  'no-content-length-on-bodyless-request': noContentLengthOnBodylessRequest,
  'no-content-range-multipart-206': noContentRangeMultipart206,
  'no-deprecated-status': noDeprecatedStatus,
  'no-empty-list-elements': noEmptyListElements,
  'no-heuristics-with-explicit-expiry': noHeuristicsWithExplicitExpiry,
  'no-identity-content-encoding': noIdentityContentEncoding,
  'no-multipart-for-single-range': noMultipartForSingleRange,
  'no-obs-fold': noObsFold,
  'no-required-reason-phrase': noRequiredReasonPhrase,
  'no-reserved-status': noReservedStatus,
  'no-space-before-colon': noSpaceBeforeColon,
  'no-store-6585': noStore6585,
  'no-success-response': noSuccessResponse,
  'no-trailers-without-content': noTrailersWithoutContent,
  'no-transfer-encoding-1xx-204': noTransferEncoding1xx204,
  'no-transfer-encoding-connect-2xx': noTransferEncodingConnect2xx,
  'no-transfer-encoding-h2-h3': noTransferEncodingH2H3,
  'no-unsafe-early-data': noUnsafeEarlyData,
  'no-userinfo-in-uri': noUserinfoInUri,
  'not-acceptable-needs-negotiation': notAcceptableNeedsNegotiation,
  'not-modified-minimal': notModifiedMinimal,
  'not-modified-mirrors-200-fields': notModifiedMirrors200Fields,
  'not-modified-needs-validator-condition': notModifiedNeedsValidatorCondition,
  'not-modified-only-conditional-get': notModifiedOnlyConditionalGet,
  'odd-status': oddStatus,
  'one-final-response': oneFinalResponse,
  'openapi-at-least-one-response': openapiAtLeastOneResponse,
  'openapi-body-on-undefined-method': openapiBodyOnUndefinedMethod,
  'openapi-content-type-header-ignored': openapiContentTypeHeaderIgnored,
  'openapi-no-content-status-without-content': openapiNoContentStatusWithoutContent,
  'openapi-query-operation': openapiQueryOperation,
  'openapi-response-key': openapiResponseKey,
  'options-content-needs-type': optionsContentNeedsType,
  'origin-no-reliance-on-undefined-content': originNoRelianceOnUndefinedContent,
  'params-extra': paramsExtra,
  'params-missing': paramsMissing,
  'params-text': paramsText,
  'params-wrong': paramsWrong,
  'part-content-range': partContentRange,
  'partial-if-range-minimal': partialIfRangeMinimal,
  'partial-mirrors-200-fields': partialMirrors200Fields,
  'partial-mirrors-representation-fields': partialMirrorsRepresentationFields,
  'partial-needs-range': partialNeedsRange,
  'patch-conditional-request': patchConditionalRequest,
  'patch-declares-content': patchDeclaresContent,
  'patch-idempotent-claim-needs-basis': patchIdempotentClaimNeedsBasis,
  'patch-malformed-400': patchMalformed400,
  'path-form': pathForm,
  'path-has-query-or-fragment': pathHasQueryOrFragment,
  'path-param-undeclared': pathParamUndeclared,
  'path-param-unused': pathParamUnused,
  'path-templates-collide': pathTemplatesCollide,
  'post-cacheable-conditions': postCacheableConditions,
  'post-content-declared': postContentDeclared,
  'post-created-location': postCreatedLocation,
  'post-never-206-304-416': postNever206304416,
  'precondition-failed-needs-precondition': preconditionFailedNeedsPrecondition,
  'precondition-order': preconditionOrder,
  'precondition-required-needs-unconditional': preconditionRequiredNeedsUnconditional,
  'preconditions-after-other-checks': preconditionsAfterOtherChecks,
  'preconditions-ignored-connect-options-trace': preconditionsIgnoredConnectOptionsTrace,
  'prefer-204-over-empty-200': prefer204OverEmpty200,
  'prefer-ignored-if-unknown': preferIgnoredIfUnknown,
  'preference-applied-only-when-prefer': preferenceAppliedOnlyWhenPrefer,
  'problem-media-type': problemMediaType,
  'problem-member-types': problemMemberTypes,
  'problem-only-on-errors': problemOnlyOnErrors,
  'problem-status-matches': problemStatusMatches,
  'proxy-authenticate-407': proxyAuthenticate407,
  'proxy-only-407': proxyOnly407,
  'put-content-range-400': putContentRange400,
  'put-created-201': putCreated201,
  'put-declares-content': putDeclaresContent,
  'put-replaced-200-or-204': putReplaced200Or204,
  'put-validator-only-if-verbatim': putValidatorOnlyIfVerbatim,
  'query-content-type-present': queryContentTypePresent,
  'query-declares-content': queryDeclaresContent,
  'query-unsupported-type-415': queryUnsupportedType415,
  'qvalue-three-digits': qvalueThreeDigits,
  'range-after-preconditions': rangeAfterPreconditions,
  'range-only-get-query': rangeOnlyGetQuery,
  'range-unsatisfiable-needs-range': rangeUnsatisfiableNeedsRange,
  'redirect-301-302-post-only': redirect301302PostOnly,
  'redirect-303-retrieval': redirect303Retrieval,
  'redirect-307-308-keep-method': redirect307308KeepMethod,
  'redirect-drop-content-fields': redirectDropContentFields,
  'redirect-fragment-inherited': redirectFragmentInherited,
  'redirect-loop-detected': redirectLoopDetected,
  'redirect-prefer-308-307-for-post': redirectPrefer308307ForPost,
  'redirect-query-keeps-method': redirectQueryKeepsMethod,
  'referer-no-userinfo-fragment': refererNoUserinfoFragment,
  'registered-method': registeredMethod,
  'registered-status': registeredStatus,
  'request-content-framed': requestContentFramed,
  'request-content-length-zero': requestContentLengthZero,
  'reset-content-zero-length-framing': resetContentZeroLengthFraming,
  'reset-not-for-retrieval': resetNotForRetrieval,
  'responses-not-cacheable': responsesNotCacheable,
  'retry-after-413': retryAfter413,
  'retry-after-429': retryAfter429,
  'retry-after-503': retryAfter503,
  'retry-after-grammar': retryAfterGrammar,
  'safe-route-safe-action': safeRouteSafeAction,
  'secured-without-401': securedWithout401,
  'set-cookie-not-combined': setCookieNotCombined,
  'set-cookie-unique-name': setCookieUniqueName,
  'sf-parse-failure-ignored': sfParseFailureIgnored,
  'singleton-not-repeated': singletonNotRepeated,
  'status-code-range': statusCodeRange,
  'sunset-http-date': sunsetHttpDate,
  'sunset-not-before-deprecation': sunsetNotBeforeDeprecation,
  'te-no-chunked': teNoChunked,
  'too-early-needs-early-data': tooEarlyNeedsEarlyData,
  'trace-no-request-content': traceNoRequestContent,
  'trace-no-sensitive-fields': traceNoSensitiveFields,
  'trace-reflects-request': traceReflectsRequest,
  'trailer-announced': trailerAnnounced,
  'trailer-field-permitted': trailerFieldPermitted,
  'transformed-203-proxy-only': transformed203ProxyOnly,
  'undeclared-content': undeclaredContent,
  'undeclared-status': undeclaredStatus,
  'undeclared-type': undeclaredType,
  'unknown-key': unknownKey,
  'unknown-method-501': unknownMethod501,
  'unknown-range-unit-ignored': unknownRangeUnitIgnored,
  'unknown-status-as-class': unknownStatusAsClass,
  'unsafe-invalidates-cache': unsafeInvalidatesCache,
  'upgrade-101': upgrade101,
  'upgrade-426': upgrade426,
  'upgrade-ignored-http10': upgradeIgnoredHttp10,
  'upgrade-was-offered': upgradeWasOffered,
  'upload-resumption-needs-upload': uploadResumptionNeedsUpload,
  'validators-on-200-get': validatorsOn200Get,
  'variant-also-negotiates-needs-negotiate': variantAlsoNegotiatesNeedsNegotiate,
  'vary-no-star-proxy': varyNoStarProxy,
  'vary-on-prefer': varyOnPrefer,
  'vary-when-negotiated': varyWhenNegotiated,
  'waive-reason': waiveReason,
  'waive-unknown-rule': waiveUnknownRule,
  'webdav-depth-propfind': webdavDepthPropfind,
  'webdav-destination': webdavDestination,
  'webdav-lock-token': webdavLockToken,
  'www-authenticate-401': wwwAuthenticate401,
}
