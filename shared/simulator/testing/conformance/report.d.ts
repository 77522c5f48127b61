/** One case and what it got wrong; no differences means that it passed. */
export interface CaseResult {
    readonly file: string;
    readonly area: string;
    readonly id: string;
    readonly differences: readonly string[];
}
export declare function passed(result: CaseResult): boolean;
/** A table of areas, then the failures where asked for, then `passed N of M`. */
export declare function reportText(results: readonly CaseResult[], verbose: boolean): string;
