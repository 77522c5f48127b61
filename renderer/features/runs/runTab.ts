import { create } from 'zustand';
import { showDock } from '../../editor/store';

/** The view of the run panel that tests the selected state alone. It is among the views while it is shown. */
export const stepTab = 'step';

const store = create<{ readonly tab: string | null }>(() => ({ tab: null }));

/** The view that a person chose in the run panel; null for the one that fits. */
export const useRunTab = (): string | null => store(({ tab }) => tab);

export function showRunTab(tab: string): void {
  store.setState({ tab });
}

export function showStepTest(): void {
  showDock('run');
  showRunTab(stepTab);
}
