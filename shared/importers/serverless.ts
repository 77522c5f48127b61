import { isObject, own } from '../base/index';
import { type PlacedValue, placedIn } from '../workflow/index';
import type { FoundDefinition, Importer } from './contract';
import type { HostFile } from './hostFile';
import { definitionAt } from './places/definitionAt';
import { machineResources, machinesOfTemplate } from './template';

/** Source: serverless-step-functions, "Setup": `stepFunctions.stateMachines`; `resources` of Serverless is a template. */
export const serverless: Importer = {
  id: 'serverless',
  label: 'Serverless configuration',
  recognise: ({ root }) => machinesIn(root) !== null || machineResources(templateIn(root)).length > 0,
  stateMachines: (file) => {
    const machines = machinesIn(file.root);
    const names = isObject(machines?.value) ? Object.keys(machines.value) : [];
    const own = names.map((id) => {
      const placed = machines && placedIn(machines, id);
      return { id, definition: definitionOf(file, placed), substitutions: {} };
    });
    return [...own, ...machinesOfTemplate(file, templateIn(file.root))];
  },
};

function machinesIn(root: PlacedValue | null): PlacedValue | null {
  const plugin = root && placedIn(root, 'stepFunctions');
  return plugin && placedIn(plugin, 'stateMachines');
}

function templateIn(root: PlacedValue | null): PlacedValue | null {
  return root && placedIn(root, 'resources');
}

function definitionOf(file: HostFile, machine: PlacedValue | null): FoundDefinition {
  const placed = machine && placedIn(machine, 'definition');
  const found = placed && definitionAt(file, placed);
  if (found) return found;
  const said = placed?.value ?? (isObject(machine?.value) ? own(machine.value, 'definition') : machine?.value);
  const path = typeof said === 'string' ? /^\$\{file\((.+?)\)/.exec(said)?.[1] : undefined;
  if (path !== undefined) return { kind: 'elsewhere', why: `Its definition is in the file "${path}". Open that one.` };
  return { kind: 'elsewhere', why: 'It has no definition in this file.' };
}
