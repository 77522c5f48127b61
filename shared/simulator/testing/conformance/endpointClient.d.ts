/** Speaks the protocol to an endpoint without any client's own checks, as AWS's service would be asked. */
export type Answer = {
    readonly ok: true;
    readonly reply: Readonly<Record<string, unknown>>;
} | {
    readonly ok: false;
    readonly status: number;
    readonly code: string;
    readonly message: string;
};
/** Sends one operation. */
export declare function send(url: string, operation: string, request: object): Promise<Answer>;
