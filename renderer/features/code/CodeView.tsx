import { useEffect, useRef } from 'react';
import type { Diagnostic } from '#shared/validation/index';
import { locate, textHunks, toJsonPath } from '#shared/workflow/index';
import { typeText } from '../../editor/editing';
import { mountCode } from '../../editor/codeView';
import { brokenOf, documentOf, textOf, type Session } from '../../editor/session';
import './code.css';
import './panels.css';
import './tips.css';
import { editorOffset } from '../../editor/lineEnds';
import { createEditor, showDiagnostics, showText, type Mark } from './editor';
import { answersTo } from '../../editor/diagnostics/answers';
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
    const unmount = mountCode({
      show: (offset) => {
        created.dispatch({ selection: { anchor: Math.min(offset, created.state.doc.length) }, scrollIntoView: true });
        created.focus();
      },
    });
    return () => {
      unmount();
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
          if (!place) return [];
          const { severity, message } = problem;
          return [{ from: place.start, to: place.end, severity, message, actions: answersTo(problem, problems) }];
        });
    showDiagnostics(
      editor.current,
      marks.map((mark) => ({ ...mark, from: editorOffset(text, mark.from), to: editorOffset(text, mark.to) })),
    );
  }, [broken, problems, document, text, session.format, session.id]);

  const [selected] = session.selection.states;
  useEffect(() => {
    const place = document && selected !== undefined ? locate(document, toJsonPath(selected), true) : null;
    if (!editor.current || !place || editor.current.hasFocus) return;
    const start = broken && document ? offsetAfter(document.source.text, broken.text, place.start) : place.start;
    const anchor = Math.min(editorOffset(text, start), editor.current.state.doc.length);
    editor.current.dispatch({ selection: { anchor }, scrollIntoView: true });
    // Only a new selection scrolls; typing must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  return (
    <div className="code" data-part="code">
      <div className="code__editor" ref={host} data-testid="code" />
      {broken ? (
        <div className="code__problem" role="alert">
          <strong>
            Line {broken.problem.line}, column {broken.problem.column}
          </strong>
          {broken.problem.message}
          {document ? (
            <span>The canvas shows the last text that could be read. What you change there changes the code, too.</span>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** Where a place of a text is in a later one. */
function offsetAfter(text: string, later: string, offset: number): number {
  return textHunks(text, later)
    .filter(({ end }) => end <= offset)
    .reduce((at, { start, end, text: put }) => at + put.length - (end - start), offset);
}
