/** What names of workflow files end in, and of those that workflows stand inside: templates, and Terraform files. */
const ending = /(\.asl)?\.(json|ya?ml)$|\.(asl|template|tf)$/i;

/** Whether a file can be a workflow by its name. */
export function isWorkflowName(name: string): boolean {
  return ending.test(name);
}

/** The name without what says that it is a workflow: `orders` of `orders.asl.json`. */
export function workflowStem(name: string): string {
  return name.replace(ending, '');
}

/** `orders.asl.json` has its sidecar in `orders.stepwright.json` beside it. */
export function sidecarName(name: string): string {
  return `${workflowStem(name)}.stepwright.json`;
}

/** Whether a file is what is kept beside a workflow, and no workflow itself. */
export function isSidecarName(name: string): boolean {
  return /\.stepwright\.json$/i.test(name);
}

/**
 * The line, from 1, on which a text holds half of a surrogate pair; null when it holds none. UTF-8 cannot say one, so a file
 * would silently hold U+FFFD in its place.
 */
export function lineOfLoneSurrogate(text: string): number | null {
  const at = text.search(/\p{Surrogate}/u);
  return at < 0 ? null : text.slice(0, at).split(/\r\n|\r|\n/).length;
}
