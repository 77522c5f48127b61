/** The type of a state machine. AWS keeps it beside the definition, and refuses some of the language for Express. */
export type MachineType = 'STANDARD' | 'EXPRESS';
