import { useEffect, useRef } from 'react';
import type { Diagnostic } from '#shared/validation/index';
import { locate, toJsonPath } from '#shared/workflow/index';
import { typeText } from '../../editor/editing';
import { brokenOf, documentOf, textOf, type Session } from '../../editor/session';
import './code.css';
import { editorOffset } from '../../editor/lineEnds';
import { createEditor, showDiagnostics, showText, type Mark } from './editor';
import { useProblems } from '../../editor/diagnostics/useProblems';

const none: readonly Diagnostic[] = [];

/** The definition as text. What is typed becomes the document as soon as it parses; until then it is kept and marked. */
export function CodeView({ session }: { session: Session }) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<ReturnType<typeof createEditor> | null>(null);
  const text = textOf(session);
  // What a new editor starts with; later texts are shown by the effect below.
  const shown = useRef(text);
  shown.current = text;
  const document = documentOf(session);
  const problems = useProblems() ?? none;
  const broken = brokenOf(session);

  useEffect(() => {
    if (!host.current) return;
    const created = createEditor(host.current, session.format, shown.current, typeText);
    editor.current = created;
    return () => {
      created.destroy();
      editor.current = null;
    };
  }, [session.format, session.id]);

  useEffect(() => {
    if (editor.current) showText(editor.current, text);
  }, [text, session.format, session.id]);

  useEffect(() => {
    if (!editor.current) return;
    const marks: Mark[] = broken
      ? [
          {
            from: broken.problem.offset,
            to: broken.problem.offset + 1,
            severity: 'error',
            message: broken.problem.message,
          },
        ]
      : problems.slice(0, 200).flatMap((problem): Mark[] => {
          const place = document ? locate(document, problem.at, true) : null;
          return place
            ? [{ from: place.start, to: place.end, severity: problem.severity, message: problem.message }]
            : [];
        });
    showDiagnostics(
      editor.current,
      marks.map((mark) => ({ ...mark, from: editorOffset(text, mark.from), to: editorOffset(text, mark.to) })),
    );
  }, [broken, problems, document, text, session.format, session.id]);

  const [selected] = session.selection.states;
  useEffect(() => {
    const place = document && selected !== undefined ? locate(document, toJsonPath(selected), true) : null;
    if (editor.current && place && !editor.current.hasFocus)
      editor.current.dispatch({ selection: { anchor: editorOffset(text, place.start) }, scrollIntoView: true });
    // Only a new selection scrolls; typing must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  return (
    <div className="code">
      <div className="code__editor" ref={host} data-testid="code" />
      {broken ? (
        <div className="code__problem" role="alert">
          <strong>
            Line {broken.problem.line}, column {broken.problem.column}
          </strong>
          {broken.problem.message}
          {document ? <span>The canvas shows the last text that could be read.</span> : null}
        </div>
      ) : null}
    </div>
  );
}
