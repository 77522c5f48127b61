import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { JsonObject } from '../../shared/base/index';
import { pythonEnvironment } from '../lib/pythonEnvironment.mjs';

/** A text that is judged, and what as. */
export interface Judged {
  readonly name: string;
  readonly kind: 'cloudformation' | 'sam';
  readonly text: string;
}

export interface Verdict {
  /** What cfn-lint says, and the transform of SAM where it refuses. */
  readonly problems: readonly string[];
  /** What SAM's transform makes of the template; null for other kinds. */
  readonly template: JsonObject | null;
}

const requirements = ['cfn-lint==1.58.0', 'aws-sam-translator==1.115.0'];

/** Judges templates by cfn-lint and SAM's own transform, each by its name. */
export function judge(templates: readonly Judged[]): ReadonlyMap<string, Verdict> {
  const python = pythonEnvironment('judges', requirements);
  const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'judge.py')], {
    input: JSON.stringify(templates),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`The judges did not answer.\n${stderr}`);
  return new Map(Object.entries(JSON.parse(stdout) as Readonly<Record<string, Verdict>>));
}
