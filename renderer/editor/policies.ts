import { create } from 'zustand';
import { type AttachedPolicy, parsePolicy } from '#shared/access/index';
import { readOfWorkflow, writeOfWorkflow, type WorkflowSetting } from '../platform/storage';

/** What the access view holds for a workflow. */
export type AccessSettings = WorkflowSetting<'access'>;

/** A policy as the person gave it. */
export type PolicyText = AccessSettings['policies'][number];

const fresh: AccessSettings = { policies: [], logging: true, tracing: false };

const useStore = create<{ readonly byWorkflow: Readonly<Record<string, AccessSettings>> }>(() => ({ byWorkflow: {} }));

const loaded = new Map<string, AccessSettings>();

function read(workflow: string): AccessSettings {
  const settings = loaded.get(workflow) ?? readOfWorkflow('access', workflow) ?? fresh;
  loaded.set(workflow, settings);
  return settings;
}

/** @param workflow identity of the workflow, see Session */
export function accessOf(workflow: string): AccessSettings {
  return useStore.getState().byWorkflow[workflow] ?? read(workflow);
}

export function useAccess(workflow: string): AccessSettings {
  return useStore((state) => state.byWorkflow[workflow]) ?? read(workflow);
}

export function setAccess(workflow: string, change: Partial<AccessSettings>): void {
  const next = { ...accessOf(workflow), ...change };
  useStore.setState(({ byWorkflow }) => ({ byWorkflow: { ...byWorkflow, [workflow]: next } }));
  writeOfWorkflow('access', workflow, next);
}

/** The policies that can be read. */
export function readable(policies: readonly PolicyText[]): readonly AttachedPolicy[] {
  return policies.flatMap(({ name, kind, text }) => {
    const parsed = parsePolicy(text);
    return parsed.ok ? [{ name, kind, document: parsed.value }] : [];
  });
}
