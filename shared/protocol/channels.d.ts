import * as v from 'valibot';
/** An id of a file that only the main process, or the browser's own store, can turn into a place on disk. */
declare const fileId: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
declare const format: v.PicklistSchema<["json", "yaml"], undefined>;
declare const openedFile: v.StrictObjectSchema<{
    readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
    /** Name with extension, for the tab. */
    readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
    /** The folder as people know it, for telling files of one name apart; never used to open anything. */
    readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
    readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
    readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
    readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
}, undefined>;
declare const recentFile: v.StrictObjectSchema<{
    readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
    readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
    readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
    readonly openedAt: v.NumberSchema<undefined>;
}, undefined>;
declare const onDisk: v.StrictObjectSchema<{
    readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
    readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
}, undefined>;
export declare const recoveryEntry: v.StrictObjectSchema<{
    readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
    readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
    readonly fileId: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>, undefined>;
    readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
    readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
    readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
    /** What was on disk when the document was last loaded or saved; null when it never was. */
    readonly saved: v.NullableSchema<v.StrictObjectSchema<{
        readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
        readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
    }, undefined>, undefined>;
    /** Milliseconds since 1970. */
    readonly updatedAt: v.NumberSchema<undefined>;
}, undefined>;
declare const openOutcome: v.VariantSchema<"kind", [v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"opened", undefined>;
    readonly file: v.StrictObjectSchema<{
        readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
        /** Name with extension, for the tab. */
        readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
        /** The folder as people know it, for telling files of one name apart; never used to open anything. */
        readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
        readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
        readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
        readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
    }, undefined>;
}, undefined>, v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"failed", undefined>;
    readonly message: v.StringSchema<undefined>;
}, undefined>], undefined>;
declare const saveOutcome: v.VariantSchema<"kind", [v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"saved", undefined>;
}, undefined>, v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"changedOutside", undefined>;
    readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
    readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
}, undefined>, v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"failed", undefined>;
    readonly message: v.StringSchema<undefined>;
}, undefined>], undefined>;
declare const saveAsOutcome: v.VariantSchema<"kind", [v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"opened", undefined>;
    readonly file: v.StrictObjectSchema<{
        readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
        /** Name with extension, for the tab. */
        readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
        /** The folder as people know it, for telling files of one name apart; never used to open anything. */
        readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
        readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
        readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
        readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
    }, undefined>;
}, undefined>, v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"cancelled", undefined>;
}, undefined>, v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"failed", undefined>;
    readonly message: v.StringSchema<undefined>;
}, undefined>], undefined>;
declare const exportOutcome: v.VariantSchema<"kind", [v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"written", undefined>;
    readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
}, undefined>, v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"cancelled", undefined>;
}, undefined>, v.StrictObjectSchema<{
    readonly kind: v.LiteralSchema<"failed", undefined>;
    readonly message: v.StringSchema<undefined>;
}, undefined>], undefined>;
/** What the renderer may ask of the main process. The one place where it is written down. */
export declare const requests: {
    readonly openFiles: {
        readonly request: v.NullSchema<undefined>;
        readonly reply: v.ArraySchema<v.VariantSchema<"kind", [v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"opened", undefined>;
            readonly file: v.StrictObjectSchema<{
                readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
                /** Name with extension, for the tab. */
                readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
                /** The folder as people know it, for telling files of one name apart; never used to open anything. */
                readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
                readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
                readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
                readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            }, undefined>;
        }, undefined>, v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"failed", undefined>;
            readonly message: v.StringSchema<undefined>;
        }, undefined>], undefined>, undefined>;
    };
    /** Only the preload script calls it, with the path of a file that was dropped on the window. */
    readonly openPath: {
        readonly request: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 4096, undefined>]>;
        readonly reply: v.VariantSchema<"kind", [v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"opened", undefined>;
            readonly file: v.StrictObjectSchema<{
                readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
                /** Name with extension, for the tab. */
                readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
                /** The folder as people know it, for telling files of one name apart; never used to open anything. */
                readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
                readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
                readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
                readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            }, undefined>;
        }, undefined>, v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"failed", undefined>;
            readonly message: v.StringSchema<undefined>;
        }, undefined>], undefined>;
    };
    readonly openRecent: {
        readonly request: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
        readonly reply: v.VariantSchema<"kind", [v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"opened", undefined>;
            readonly file: v.StrictObjectSchema<{
                readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
                /** Name with extension, for the tab. */
                readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
                /** The folder as people know it, for telling files of one name apart; never used to open anything. */
                readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
                readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
                readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
                readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            }, undefined>;
        }, undefined>, v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"failed", undefined>;
            readonly message: v.StringSchema<undefined>;
        }, undefined>], undefined>;
    };
    readonly recentFiles: {
        readonly request: v.NullSchema<undefined>;
        readonly reply: v.ArraySchema<v.StrictObjectSchema<{
            readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
            readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
            readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
            readonly openedAt: v.NumberSchema<undefined>;
        }, undefined>, undefined>;
    };
    readonly forgetRecent: {
        readonly request: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
        readonly reply: v.NullSchema<undefined>;
    };
    readonly save: {
        readonly request: v.StrictObjectSchema<{
            readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
            readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
            readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            /** What the document was loaded or saved as; the save is refused when the disk says something else. Null overwrites. */
            readonly base: v.NullableSchema<v.StrictObjectSchema<{
                readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
                readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            }, undefined>, undefined>;
        }, undefined>;
        readonly reply: v.VariantSchema<"kind", [v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"saved", undefined>;
        }, undefined>, v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"changedOutside", undefined>;
            readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
            readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
        }, undefined>, v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"failed", undefined>;
            readonly message: v.StringSchema<undefined>;
        }, undefined>], undefined>;
    };
    readonly saveAs: {
        readonly request: v.StrictObjectSchema<{
            readonly suggestedName: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
            readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
            readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
            readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
        }, undefined>;
        readonly reply: v.VariantSchema<"kind", [v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"opened", undefined>;
            readonly file: v.StrictObjectSchema<{
                readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
                /** Name with extension, for the tab. */
                readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
                /** The folder as people know it, for telling files of one name apart; never used to open anything. */
                readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
                readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
                readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
                readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            }, undefined>;
        }, undefined>, v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"cancelled", undefined>;
        }, undefined>, v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"failed", undefined>;
            readonly message: v.StringSchema<undefined>;
        }, undefined>], undefined>;
    };
    readonly exportText: {
        readonly request: v.StrictObjectSchema<{
            readonly suggestedName: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
            readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
            readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
        }, undefined>;
        readonly reply: v.VariantSchema<"kind", [v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"written", undefined>;
            readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
        }, undefined>, v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"cancelled", undefined>;
        }, undefined>, v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"failed", undefined>;
            readonly message: v.StringSchema<undefined>;
        }, undefined>], undefined>;
    };
    readonly writeClipboard: {
        readonly request: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
        readonly reply: v.NullSchema<undefined>;
    };
    readonly putRecovery: {
        readonly request: v.StrictObjectSchema<{
            readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
            readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
            readonly fileId: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>, undefined>;
            readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
            readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
            readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            /** What was on disk when the document was last loaded or saved; null when it never was. */
            readonly saved: v.NullableSchema<v.StrictObjectSchema<{
                readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
                readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            }, undefined>, undefined>;
            /** Milliseconds since 1970. */
            readonly updatedAt: v.NumberSchema<undefined>;
        }, undefined>;
        readonly reply: v.NullSchema<undefined>;
    };
    readonly removeRecovery: {
        readonly request: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
        readonly reply: v.NullSchema<undefined>;
    };
    readonly listRecovery: {
        readonly request: v.NullSchema<undefined>;
        readonly reply: v.ArraySchema<v.StrictObjectSchema<{
            readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
            readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
            readonly fileId: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>, undefined>;
            readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
            readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
            readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            /** What was on disk when the document was last loaded or saved; null when it never was. */
            readonly saved: v.NullableSchema<v.StrictObjectSchema<{
                readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
                readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            }, undefined>, undefined>;
            /** Milliseconds since 1970. */
            readonly updatedAt: v.NumberSchema<undefined>;
        }, undefined>, undefined>;
    };
    readonly setWindowState: {
        readonly request: v.StrictObjectSchema<{
            readonly title: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, 500, undefined>]>;
            readonly edited: v.BooleanSchema<undefined>;
        }, undefined>;
        readonly reply: v.NullSchema<undefined>;
    };
    /** The renderer listens now; gives the files that the app was started with. */
    readonly ready: {
        readonly request: v.NullSchema<undefined>;
        readonly reply: v.ArraySchema<v.VariantSchema<"kind", [v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"opened", undefined>;
            readonly file: v.StrictObjectSchema<{
                readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
                /** Name with extension, for the tab. */
                readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
                /** The folder as people know it, for telling files of one name apart; never used to open anything. */
                readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
                readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
                readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
                readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
            }, undefined>;
        }, undefined>, v.StrictObjectSchema<{
            readonly kind: v.LiteralSchema<"failed", undefined>;
            readonly message: v.StringSchema<undefined>;
        }, undefined>], undefined>, undefined>;
    };
    readonly closeAnswer: {
        readonly request: v.StrictObjectSchema<{
            readonly close: v.BooleanSchema<undefined>;
        }, undefined>;
        readonly reply: v.NullSchema<undefined>;
    };
};
/** What the main process tells the renderer. */
export declare const events: {
    readonly command: v.PicklistSchema<("file.new" | "file.open" | "help.examples" | "file.save" | "file.saveAs" | "file.exportJson" | "file.exportYaml" | "file.copyAsl" | "file.close" | "edit.undo" | "edit.redo" | "edit.duplicate" | "edit.rename" | "edit.delete" | "edit.selectAll" | "edit.find" | "view.commandPalette" | "view.canvas" | "view.split" | "view.code" | "view.togglePalette" | "view.toggleInspector" | "view.toggleProblems" | "view.fit" | "view.zoomReset" | "view.zoomSelection" | "view.zoomIn" | "view.zoomOut" | "view.themeSystem" | "view.themeLight" | "view.themeDark" | "arrange.add" | "arrange.layout" | "arrange.wrapParallel" | "arrange.wrapMap" | "arrange.moveOut" | "arrange.setStart" | "arrange.collapse" | "arrange.alignLeft" | "arrange.alignTop" | "help.shortcuts")[], undefined>;
    readonly openRequest: v.ArraySchema<v.VariantSchema<"kind", [v.StrictObjectSchema<{
        readonly kind: v.LiteralSchema<"opened", undefined>;
        readonly file: v.StrictObjectSchema<{
            readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
            /** Name with extension, for the tab. */
            readonly name: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MinLengthAction<string, 1, undefined>, v.MaxLengthAction<string, 255, undefined>]>;
            /** The folder as people know it, for telling files of one name apart; never used to open anything. */
            readonly folder: v.NullableSchema<v.StringSchema<undefined>, undefined>;
            readonly format: v.PicklistSchema<["json", "yaml"], undefined>;
            readonly text: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>;
            readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
        }, undefined>;
    }, undefined>, v.StrictObjectSchema<{
        readonly kind: v.LiteralSchema<"failed", undefined>;
        readonly message: v.StringSchema<undefined>;
    }, undefined>], undefined>, undefined>;
    /** Null text: the file is gone. */
    readonly fileChanged: v.StrictObjectSchema<{
        readonly id: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
        readonly text: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
        readonly sidecar: v.NullableSchema<v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]>, undefined>;
    }, undefined>;
    readonly closeRequested: v.NullSchema<undefined>;
};
export type RequestName = keyof typeof requests;
export type EventName = keyof typeof events;
export type RequestOf<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]['request']>;
export type ReplyOf<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]['reply']>;
export type EventOf<Name extends EventName> = v.InferOutput<(typeof events)[Name]>;
export type FileId = v.InferOutput<typeof fileId>;
export type DocumentFormat = v.InferOutput<typeof format>;
export type OpenedFile = v.InferOutput<typeof openedFile>;
export type RecentFile = v.InferOutput<typeof recentFile>;
export type RecoveryEntry = v.InferOutput<typeof recoveryEntry>;
export type OnDisk = v.InferOutput<typeof onDisk>;
export type OpenOutcome = v.InferOutput<typeof openOutcome>;
export type SaveOutcome = v.InferOutput<typeof saveOutcome>;
export type SaveAsOutcome = v.InferOutput<typeof saveAsOutcome>;
export type ExportOutcome = v.InferOutput<typeof exportOutcome>;
/** Channel names on the wire. */
export declare const requestChannel: (name: RequestName) => string;
export declare const eventChannel: (name: EventName) => string;
/** What the page itself may ask. Paths are not for it: a dropped file's is taken by the preload script alone. */
export type PageRequestName = Exclude<RequestName, 'openPath'>;
export declare function isPageRequest(name: string): name is PageRequestName;
export declare function isEventName(name: string): name is EventName;
/** What preload puts on `window.stepwright`. */
export interface Bridge {
    request<Name extends PageRequestName>(name: Name, payload: RequestOf<Name>): Promise<ReplyOf<Name>>;
    openDropped(file: DroppedFile): Promise<OpenOutcome>;
    on<Name extends EventName>(name: Name, listener: (payload: EventOf<Name>) => void): () => void;
    readonly os: 'mac' | 'windows' | 'linux';
}
/** The DOM's File; the protocol itself knows no DOM. */
interface DroppedFile {
    readonly name: string;
}
export {};
