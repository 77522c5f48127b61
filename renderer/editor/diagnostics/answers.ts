import { fixTitle } from '#shared/language/index';
import { type Diagnostic, allFixes, validateDefinition } from '#shared/validation/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { setFields } from '#shared/workflow/edits/setFields';
import { activeDocument, applyChange, applyEdit } from '../editing';
import { knowledge } from '../language';
import { applyFix } from './useProblems';

/** Something that can be done at once about what is wrong. */
export interface Answer {
  readonly name: string;
  /** Whether it puts it right, rather than out of sight. */
  readonly repairs: boolean;
  readonly apply: () => void;
}

/** What can be done about a problem: its repair, that of all of its kind, and to be told of them no more. */
export function answersTo(problem: Diagnostic, all: readonly Diagnostic[]): readonly Answer[] {
  const { fix, code } = problem;
  const alike = fix ? all.filter((other) => other.code === code && other.fix).length : 0;
  return [
    ...(fix ? [{ name: fixTitle(fix.value), repairs: true, apply: () => applyFix(fix) }] : []),
    ...(alike > 1 ? [{ name: `Fix all ${alike}`, repairs: true, apply: () => fixAll(code) }] : []),
    ...(canSwitchOff(problem)
      ? [{ name: `Switch off ${code}`, repairs: false, apply: () => switchAdvice(code, false) }]
      : []),
  ];
}

/** Warnings can be switched off; what AWS refuses cannot. */
export function canSwitchOff({ severity }: Diagnostic): boolean {
  return severity === 'warning';
}

/** Puts everything right that breaks one code, as one undoable act. */
export function fixAll(code: string): void {
  applyChange(`Fix all ${code}`, (document) => {
    const { catalogue = null } = knowledge();
    const judge = (definition: typeof document.definition) =>
      validateDefinition(definition, catalogue, document.sidecar.type);
    return setFields.apply(document, { changes: allFixes(document.definition, code, judge) });
  });
}

/** Tells warnings of a code for the machine on screen, or no more; kept beside the definition, and undoable. */
export function switchAdvice(code: string, on: boolean): void {
  const document = activeDocument();
  if (!document) return;
  const others = document.sidecar.switchedOff.filter((other) => other !== code);
  applyEdit(changeSidecar, {
    parts: { switchedOff: on ? others : [...others, code].sort() },
    what: `Switch ${code} ${on ? 'on' : 'off'}`,
  });
}
