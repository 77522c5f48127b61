import type { JsonValue } from '#shared/base/json';
/** The reference comparer that comes with the data: what it gives is the list of differences. */
export interface Comparer {
    compareCase(recorded: unknown, actual: unknown): string[];
    match(expected: unknown, actual: unknown, placeholders?: unknown, path?: string): string[];
}
/** Loads compare.mjs from the folder, from beside it, or from where the project's reference data usually is. */
export declare function loadComparer(folder: string): Promise<Comparer>;
/** JSON text as a value, for comparers that take either. */
export declare function parsed(text: string | undefined): JsonValue | undefined;
