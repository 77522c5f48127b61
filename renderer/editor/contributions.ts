import { createContext, useContext, type ComponentType } from 'react';
import type { StatePath, WorkflowDocument } from '#shared/workflow/index';
import type { Session } from './session';
import type { Dock } from './store';

/** A state as features see it that add something to it. */
export interface OfState {
  readonly name: string;
  readonly path: StatePath;
}

/** A tab of the inspector. */
export interface Tab<Props> {
  readonly id: string;
  readonly label: string;
  readonly Body: ComponentType<Props>;
}

/** A panel at the foot of the window. */
export interface DockPanel {
  /** Height in pixels when it opens. */
  readonly size: number;
  readonly Panel: ComponentType<{ session: Session }>;
}

/** A view of the run on screen, beside its timeline and events. */
export interface RunView {
  readonly id: string;
  readonly label: string;
  readonly Body: ComponentType;
}

/** A text that is compared with another one. */
export interface ComparedText {
  /** Read out as the name of its side. */
  readonly name: string;
  readonly text: string;
  readonly format: 'json' | 'yaml';
}

/** What features give to each other. None knows another: the app puts the lists together. */
export interface Contributions {
  /** Drawn on the card of each state. */
  readonly cardMarks: readonly ComponentType<OfState>[];
  /** Drawn beside the Start of the machine. */
  readonly startMarks: readonly ComponentType[];
  readonly stateTabs: readonly (Tab<OfState> & {
    /** Whether it is what a person wants to see of a state first while a run is on screen. */
    readonly ofRun?: true;
  })[];
  readonly machineTabs: readonly (Tab<{ document: WorkflowDocument }> & {
    /** What is said behind the label, such as how many there are; null for nothing. */
    readonly count?: (document: WorkflowDocument) => number;
    /** Whether the tab is there only while there are some. */
    readonly hidesWhenNone?: boolean;
  })[];
  readonly dockPanels: Readonly<Record<Dock, DockPanel>> | null;
  readonly runViews: readonly RunView[];
  /** Two texts side by side. */
  readonly TextComparison: ComponentType<{ before: ComparedText; after: ComparedText }> | null;
}

const none: Contributions = {
  cardMarks: [],
  startMarks: [],
  stateTabs: [],
  machineTabs: [],
  dockPanels: null,
  runViews: [],
  TextComparison: null,
};

export const ContributionsContext = createContext<Contributions>(none);

export const useContributions = (): Contributions => useContext(ContributionsContext);
