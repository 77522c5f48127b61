import { type JsonObject, type JsonPath, isObject, jsonText, withValueAt } from '../base/index';
import { fromJsonPath } from '../workflow/index';
import type { Diagnostic, Fix } from './contract';

/** As many times a definition is judged again at most. A repair needs another round where it met one beside it. */
const mostRounds = 20;

/**
 * The repairs of all breaches of one code, to be made one after the other. Of repairs that meet, as two that rename keys of
 * one state, the later are those of what the earlier left.
 * @param judge what is wrong with a definition
 */
export function allFixes(
  definition: JsonObject,
  code: string,
  judge: (definition: JsonObject) => readonly Diagnostic[],
): readonly Fix[] {
  const fixes: Fix[] = [];
  const made = new Set<string>();
  let current = definition;
  for (let round = 0; round < mostRounds; round++) {
    const places: JsonPath[] = [];
    for (const { code: found, fix } of judge(current)) {
      if (found !== code || !fix || places.some((place) => meet(place, fix.at))) continue;
      // A repair that does not end its breach is not made twice.
      const key = `${fromJsonPath(fix.at)} ${jsonText(fix.value)}`;
      if (made.has(key)) continue;
      made.add(key);
      places.push(fix.at);
      fixes.push(fix);
    }
    if (places.length === 0) return fixes;
    for (const { at, value } of fixes.slice(-places.length)) {
      const next = withValueAt(current, at, value);
      if (isObject(next)) current = next;
    }
  }
  return fixes;
}

/** Whether one place is the other, or in it. */
function meet(a: JsonPath, b: JsonPath): boolean {
  return a.slice(0, b.length).every((step, index) => step === b[index]);
}
