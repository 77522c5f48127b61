import { stateName } from '#shared/workflow/index';
import type { OfState } from '../../editor/contributions';
import { useChangeOf } from './comparison';
import { wordOf } from './words';
import './compare.css';

/** What became of the state since the version that the document is compared with. */
export function CompareMark({ path }: OfState) {
  const change = useChangeOf(path);
  if (!change || change.kind === 'removed') return null;
  const word = wordOf(change);
  const was = change.kind === 'changed' && change.renamed ? ` (was "${stateName(change.before)}")` : '';
  return (
    <span className={`compare-mark compare-mark--${change.kind}`} data-change={change.kind} title={`${word}${was}`}>
      {word.split(',')[0]}
    </span>
  );
}
