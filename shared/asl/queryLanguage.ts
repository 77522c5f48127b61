/** The query languages of ASL, by the value of a QueryLanguage field. Source: AWS developer guide, "QueryLanguage". */
export const queryLanguages = ['JSONPath', 'JSONata'] as const;

export type QueryLanguage = (typeof queryLanguages)[number];

export function isQueryLanguage(value: unknown): value is QueryLanguage {
  return queryLanguages.some((language) => language === value);
}
