import { X } from 'lucide-react';
import { useState } from 'react';
import type { DefinitionDiff } from '#shared/diff/index';
import { useContributions } from '../../editor/contributions';
import { documentOf, textOf, type Session } from '../../editor/session';
import { showDock } from '../../editor/store';
import { Button, IconButton, Segmented } from '../../ui/controls';
import { startComparison } from './commands';
import { comparedWith, endComparison, useOtherSide, type OtherSide } from './comparison';
import { ChangeList } from './ChangeList';
import './compare.css';

type Shown = 'states' | 'text';

/** What the document says otherwise than another version: state by state, or as text. */
export function ComparePanel({ session }: { session: Session }) {
  const other = useOtherSide(session);
  const document = documentOf(session);
  const [shown, setShown] = useState<Shown>('states');
  const diff = document && other?.document ? comparedWith(other.document, document).diff : null;
  return (
    <section className="compare" aria-label="Compare">
      <div className="panel-head">
        <h2>Compare</h2>
        {other ? <span className="compare__with">with {other.name}</span> : null}
        {diff ? <span className="tag">{countText(diff)}</span> : null}
        <span className="spacer" />
        {other ? (
          <Segmented<Shown>
            label="Shown as"
            value={shown}
            options={[
              { value: 'states', label: 'States' },
              { value: 'text', label: 'Text' },
            ]}
            onChange={setShown}
          />
        ) : null}
        <Button small onClick={() => void startComparison()}>
          Compare with…
        </Button>
        <IconButton
          small
          label="End the comparison"
          onClick={() => {
            endComparison(session.id);
            showDock(null);
          }}
        >
          <X size={14} />
        </IconButton>
      </div>
      {!other ? (
        <div className="empty">
          <strong>Nothing to compare with</strong>
          Choose the saved file, another tab or a file.
        </div>
      ) : shown === 'text' ? (
        <Texts other={other} session={session} />
      ) : diff ? (
        <ChangeList diff={diff} />
      ) : (
        <div className="empty">
          <strong>{document ? `The text of ${other.name} cannot be read` : 'The text cannot be read yet'}</strong>
          It can be compared as text.
        </div>
      )}
    </section>
  );
}

function Texts({ other, session }: { other: OtherSide; session: Session }) {
  const { TextComparison } = useContributions();
  if (!TextComparison) return null;
  return (
    <div className="compare__text">
      <TextComparison
        before={{ name: `Text of ${other.name}`, text: other.text, format: other.format }}
        after={{ name: 'Text of now', text: textOf(session), format: session.format }}
      />
    </div>
  );
}

function countText({ states, machine }: DefinitionDiff): string {
  const count = (kind: DefinitionDiff['states'][number]['kind']) => states.filter((each) => each.kind === kind).length;
  const said = (['added', 'changed', 'removed'] as const).flatMap((kind) =>
    count(kind) > 0 ? [`${count(kind)} ${kind}`] : [],
  );
  if (said.length > 0) return said.join(', ');
  return machine.length > 0 ? 'the machine' : 'the same';
}
