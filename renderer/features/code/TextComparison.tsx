import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { ComparedText } from '../../editor/contributions';
import { colouring } from './editor';
import './merge.css';

/** Two texts side by side, with what differs marked; parts that are the same are folded. */
export function TextComparison({ before, after }: { before: ComparedText; after: ComparedText }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const view = new MergeView({
      parent: host.current,
      a: { doc: before.text, extensions: toRead(before) },
      b: { doc: after.text, extensions: toRead(after) },
      collapseUnchanged: { margin: 3, minSize: 6 },
      gutter: true,
    });
    return () => view.destroy();
  }, [before.text, before.format, before.name, after.text, after.format, after.name]); // eslint-disable-line react-hooks/exhaustive-deps -- objects are new each time
  return <div className="code-merge" ref={host} />;
}

function toRead({ name, format }: ComparedText): Extension {
  return [
    lineNumbers(),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0' }),
    colouring(format),
  ];
}
