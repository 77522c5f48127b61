import { evaluateCondition, type Judgement } from './evaluateCondition';
import type { AttachedPolicy, Matching, PolicyKind, PolicyStatement, PolicyVersion } from './policy';
import { requestContext, type ConditionValues, type RequestContext } from './requestContext';
import { allOf, anyOf, not, truthOf, type Truth } from './truth';
import { resolveVariables } from './variables';
import { covers, overlaps, patternOf, plain, type PatternToken } from './wildcards';

export interface AccessRequest {
  /** `service:Action`. */
  readonly action: string;
  readonly resource: string;
  /** Only a run knows the whole name: each `*` and `${Name}` in the resource stands for something. */
  readonly openResource?: true;
  readonly context: ConditionValues;
}

/** A statement that had a part in a decision. */
export interface DecidingStatement {
  readonly policy: string;
  readonly kind: PolicyKind;
  readonly sid: string | null;
  /** From 0. */
  readonly index: number;
}

/** Policies of which at least one must allow; a layer that has no policies limits nothing, identity policies apart. */
export type PolicyLayer = 'identity' | 'boundary' | 'session';

export interface AccessDecision {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny' | 'unknown';
  /** What allowed or denied; for `unknown` what might. Nothing decides an implicit deny. */
  readonly by: readonly DecidingStatement[];
  /** Condition keys (and variables) that the answer hangs on and whose values are not known. */
  readonly unknownKeys: readonly string[];
  /** The answer hangs on which resource the run will name. */
  readonly resourceUnknown: boolean;
  /** For `implicitDeny`: which policies allow nothing of the kind. */
  readonly missing: readonly PolicyLayer[];
}

interface Weighed extends Judgement {
  readonly effect: 'Allow' | 'Deny';
  readonly layer: PolicyLayer;
  readonly resourceUnknown: boolean;
  readonly statement: DecidingStatement;
}

const layerOf: Readonly<Record<PolicyKind, PolicyLayer>> = {
  role: 'identity',
  user: 'identity',
  group: 'identity',
  boundary: 'boundary',
  session: 'session',
};

/**
 * Decides a request as IAM does within one account: an explicit deny anywhere wins; otherwise the identity policies
 * must allow, and the permissions boundary and session policies as well where there are any.
 * Source: IAM User Guide, "Policy evaluation logic" and "Permissions boundaries for IAM entities".
 */
export function decide(request: AccessRequest, policies: readonly AttachedPolicy[]): AccessDecision {
  const context = requestContext(request.context);
  const resource = request.openResource ? openPattern(request.resource) : plain(request.resource);
  const weighed = policies.flatMap(({ name, kind, document }) =>
    document.statements.map((statement): Weighed => ({
      ...weigh(statement, document.version, request.action, resource, context),
      effect: statement.effect,
      layer: layerOf[kind],
      statement: { policy: name, kind, sid: statement.sid, index: statement.index },
    })),
  );
  const denies = weighed.filter(({ effect }) => effect === 'Deny');
  const denied = denies.filter(({ truth }) => truth === 'yes');
  if (denied.length > 0) return conclusion('explicitDeny', denied);

  const layers = (['identity', 'boundary', 'session'] as const).filter(
    (layer) => layer === 'identity' || policies.some(({ kind }) => layerOf[kind] === layer),
  );
  const allows = weighed.filter(({ effect }) => effect === 'Allow');
  const byLayer = layers.map((layer) => {
    const own = allows.filter((each) => each.layer === layer);
    return { layer, truth: anyOf(own.map(({ truth }) => truth)), own };
  });
  const missing = byLayer.filter(({ truth }) => truth === 'no').map(({ layer }) => layer);
  if (missing.length > 0) return { ...conclusion('implicitDeny', []), missing };

  const doubts = [
    ...denies.filter(({ truth }) => truth === 'unknown'),
    ...byLayer.flatMap(({ truth, own }) => (truth === 'unknown' ? own.filter((each) => each.truth === 'unknown') : [])),
  ];
  if (doubts.length > 0) return conclusion('unknown', doubts);
  return conclusion(
    'allowed',
    allows.filter(({ truth }) => truth === 'yes'),
  );
}

function conclusion(decision: AccessDecision['decision'], deciders: readonly Weighed[]): AccessDecision {
  return {
    decision,
    by: deciders.map(({ statement }) => statement),
    unknownKeys: [...new Set(deciders.flatMap(({ unknownKeys }) => unknownKeys))].sort(),
    resourceUnknown: deciders.some(({ resourceUnknown }) => resourceUnknown),
    missing: [],
  };
}

/** Does a statement speak of the request? All of action, resource and every condition must match. */
function weigh(
  { actions, resources, conditions }: PolicyStatement,
  version: PolicyVersion,
  action: string,
  resource: readonly PatternToken[],
  context: RequestContext,
): Judgement & { readonly resourceUnknown: boolean } {
  const action3 = actionMatches(actions, action);
  const resource3 = resourceMatches(resources, version, resource, context);
  const conditions3 = conditions.map((test) => evaluateCondition(test, version, context));
  const truth = allOf([action3, resource3.truth, ...conditions3.map((each) => each.truth)]);
  if (truth !== 'unknown') return { truth, unknownKeys: [], resourceUnknown: false };
  return {
    truth,
    unknownKeys: [resource3, ...conditions3].flatMap(({ unknownKeys }) => unknownKeys),
    resourceUnknown: resource3.open,
  };
}

/** Actions are not case-sensitive (IAM User Guide, "IAM JSON policy elements: Action"). */
function actionMatches({ except, patterns }: Matching, action: string): Truth {
  const given = plain(action.toLowerCase());
  const found = patterns.some((pattern) => covers(patternOf(pattern.toLowerCase()), given));
  return truthOf(found !== except);
}

function resourceMatches(
  { except, patterns }: Matching,
  version: PolicyVersion,
  resource: readonly PatternToken[],
  context: RequestContext,
): Judgement & { readonly open: boolean } {
  const unknownKeys: string[] = [];
  let open = false;
  const found = patterns.map((pattern): Truth => {
    const resolved = resolveVariables(pattern, version, context);
    if (resolved.kind === 'nothing') return 'no';
    if (resolved.kind === 'pattern' && covers(resolved.tokens, resource)) return 'yes';
    if (!overlaps(resolved.tokens, resource)) return 'no';
    if (resolved.kind === 'unknown') unknownKeys.push(...resolved.keys);
    else open = true;
    return 'unknown';
  });
  const truth = anyOf(found);
  if (truth !== 'unknown') return { truth: except ? not(truth) : truth, unknownKeys: [], open: false };
  return { truth, unknownKeys, open };
}

/** `*` and `${Name}` as any text; everything else, `?` included, as it is. */
function openPattern(text: string): readonly PatternToken[] {
  return text.split(/\*|\$\{[^}]*\}/).flatMap((piece, index) => (index === 0 ? plain(piece) : [0, ...plain(piece)]));
}
