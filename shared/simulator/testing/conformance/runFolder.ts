import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '#shared/simulator/compile';
import { variableReferences } from '#shared/states/variableReferences';
import type { RecordedCase, RecordedTestState, RecordedValidation, RecordedVariableReferences } from './caseData';
import { differencesOfDescriptions } from './descriptions';
import { loadComparer, parsed, type Comparer } from './comparer';
import type { CaseResult } from './report';
import { runCase } from './runCase';
import { differencesOfTestState } from './runTestState';

/** Runs every case of a folder of recordings. A case that cannot be run counts as failed, with the reason. */
export async function runFolder(folder: string): Promise<readonly CaseResult[]> {
  const comparer = await loadComparer(folder);
  const results: CaseResult[] = [];
  for (const recorded of readList<RecordedCase>(folder, 'cases.json')) {
    results.push(await checked('cases.json', recorded, () => differencesOfCase(comparer, recorded)));
  }
  for (const recorded of readList<RecordedTestState>(folder, 'teststate.json')) {
    results.push(await checked('teststate.json', recorded, () => differencesOfTestState(comparer, recorded)));
  }
  for (const recorded of readList<RecordedValidation>(folder, 'validation.json').filter(isAccepted)) {
    results.push(await checked('validation.json', recorded, () => Promise.resolve(compileProblems(recorded))));
  }
  for (const recorded of readList<RecordedVariableReferences>(folder, 'variablereferences.json')) {
    results.push(
      await checked('variablereferences.json', recorded, async () => differencesOfReferences(comparer, recorded)),
    );
  }
  return results;
}

function differencesOfReferences(comparer: Comparer, recorded: RecordedVariableReferences): readonly string[] {
  const found = variableReferences(recorded.definition);
  return comparer.match(recorded.expectedVariableReferences, found);
}

/** The engine is concerned by the definitions that AWS accepts: it has to run them. Refusing is validation's work. */
function isAccepted(recorded: RecordedValidation): boolean {
  return recorded.area === 'definition' && recorded.expected?.result === 'OK';
}

function compileProblems(recorded: RecordedValidation): readonly string[] {
  const program = compile(recorded.request.definition ?? recorded.definition ?? null);
  return program.ok ? [] : program.problem.map((one) => `${one.code}: ${one.message}`);
}

async function differencesOfCase(comparer: Comparer, recorded: RecordedCase): Promise<readonly string[]> {
  const result = await runCase(recorded);
  const { status, error, cause, events } = result;
  const described = differencesOfDescriptions(comparer, recorded, result);
  return [
    ...comparer.compareCase(recorded, { status, output: parsed(result.outputText), error, cause, events }),
    ...described,
  ];
}

async function checked(
  file: string,
  { id, area }: { readonly id: string; readonly area: string },
  differences: () => Promise<readonly string[]>,
): Promise<CaseResult> {
  try {
    return { file, id, area, differences: await differences() };
  } catch (problem) {
    const text = problem instanceof Error ? (problem.stack ?? problem.message) : JSON.stringify(problem);
    return { file, id, area, differences: [`could not run: ${text}`] };
  }
}

function readList<Item>(folder: string, name: string): readonly Item[] {
  const file = join(folder, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Item[]) : [];
}
