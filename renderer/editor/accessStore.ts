import { create } from 'zustand';
import { parsePolicy } from '#shared/access/parsePolicy';
import type { AttachedPolicy, PolicyKind } from '#shared/access/policy';
import type { JsonObject } from '#shared/base/json';
import { usualPlace } from './knownArns';

/** A policy as the person gave it. */
export interface PolicyText {
  readonly id: string;
  readonly name: string;
  readonly kind: PolicyKind;
  readonly text: string;
}

/** What the access view holds for a workflow. */
export interface AccessSettings {
  readonly policies: readonly PolicyText[];
  readonly logging: boolean;
  readonly tracing: boolean;
}

const fresh: AccessSettings = { policies: [], logging: true, tracing: false };

const keyOf = (workflow: string) => `access:${workflow}`;

const useStore = create<{ readonly byWorkflow: Readonly<Record<string, AccessSettings>> }>(() => ({ byWorkflow: {} }));

/**
 * Policies are kept on this computer by the name of the workflow, not in its files: they hold account numbers and names
 * of other resources, which have no business in a repository unless somebody puts them there.
 */
function read(workflow: string): AccessSettings {
  const known = loaded.get(workflow);
  if (known) return known;
  let settings = fresh;
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(workflow)) ?? 'null') as Partial<AccessSettings> | null;
    settings = { ...fresh, ...kept };
  } catch {
    // What cannot be read is started anew.
  }
  loaded.set(workflow, settings);
  return settings;
}

const loaded = new Map<string, AccessSettings>();

export function accessOf(workflow: string): AccessSettings {
  return useStore.getState().byWorkflow[workflow] ?? read(workflow);
}

export function useAccess(workflow: string): AccessSettings {
  return useStore((state) => state.byWorkflow[workflow]) ?? read(workflow);
}

export function setAccess(workflow: string, change: Partial<AccessSettings>): void {
  const next = { ...accessOf(workflow), ...change };
  useStore.setState(({ byWorkflow }) => ({ byWorkflow: { ...byWorkflow, [workflow]: next } }));
  localStorage.setItem(keyOf(workflow), JSON.stringify(next));
}

/** The policies that can be read. */
export function readable(policies: readonly PolicyText[]): readonly AttachedPolicy[] {
  return policies.flatMap(({ name, kind, text }) => {
    const parsed = parsePolicy(text);
    return parsed.ok ? [{ name, kind, document: parsed.value }] : [];
  });
}

/** The state machine as far as the workflow tells: its region and account are those that its ARNs name most. */
export function machineOf(workflow: string, definition: JsonObject) {
  return {
    partition: 'aws',
    ...usualPlace(definition),
    name: workflow.replace(/\..*$/, '').replace(/[^\w-]/g, '-'),
  };
}
