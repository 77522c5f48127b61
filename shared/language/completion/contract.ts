import type { CompletionItem } from '../contract';

/** What may be written at a place, before it is known how it is put into the text. */
export type Offer = Pick<CompletionItem, 'label' | 'kind' | 'detail' | 'help' | 'url'>;
