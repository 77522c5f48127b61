import type { ToldDifference, Unconverted } from '#shared/conversion/index';
import { select } from '../../editor/editing';
import type { StatePath } from '#shared/workflow/index';

interface Props {
  readonly unconverted?: readonly Unconverted[];
  readonly differences: readonly ToldDifference[];
}

/** What a conversion of the query language left as it is, and what the converted states do otherwise. */
export function ConversionReport({ unconverted = [], differences }: Props) {
  return (
    <>
      {unconverted.length > 0 ? (
        <div className="inspector__problems" role="status" aria-label="States that stay as they are">
          <p>
            {unconverted.length === 1 ? 'One state stays' : `${unconverted.length} states stay`} as written, so the
            machine keeps JSONPath:
          </p>
          <ul>
            {unconverted.map(({ path, name, why }) => (
              <li key={path}>
                <Goto path={path} text={name} />: {why}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {differences.length > 0 ? (
        <details className="inspector__told" role="group" aria-label="What converted states do otherwise">
          <summary>What converted states do otherwise</summary>
          <ul>
            {bySentence(differences).map(([what, told]) => (
              <li key={what}>
                {what}
                <ul>
                  {told.map(({ path, name, field }) => (
                    <li key={`${path} ${field}`}>
                      <Goto path={path} text={`${name}: ${field}`} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Goto({ path, text }: { path: StatePath; text: string }) {
  return (
    <button type="button" className="inspector__goto" onClick={() => select([path])}>
      {text}
    </button>
  );
}

/** Most states differ in the same way: each sentence once, with the fields that it is true of. */
function bySentence(differences: readonly ToldDifference[]): readonly (readonly [string, readonly ToldDifference[]])[] {
  const told = new Map<string, ToldDifference[]>();
  for (const each of differences) told.set(each.what, [...(told.get(each.what) ?? []), each]);
  return [...told];
}
