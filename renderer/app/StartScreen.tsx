import { FilePlus2, FolderOpen, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { workflowSvg } from '#shared/exporters/index';
import { parseDocument } from '#shared/workflow/index';
import { platform } from '../platform/index';
import type { RecentFile } from '../platform/platform';
import { Button, IconButton } from '../ui/controls';
import { examples, openExample, type Example } from './examples';
import { openByDialog, openRecent } from './files';
import { shortcutOf } from '../editor/shortcuts';
import { Logo } from './Logo';
import { useLook } from './theme';
import { openNew } from '../editor/sessions';

/** What there is to open: nothing yet, a file, a recent one or an example. */
export function StartScreen() {
  return (
    <main className="start">
      <div className="start__inner">
        <div className="start__head">
          <Logo size={44} />
          <div>
            <h1>Stepwright</h1>
            <p>
              Draw a Step Functions pipeline, set how each step retries and waits, and export a state machine that AWS
              accepts.
            </p>
          </div>
        </div>
        <div className="start__actions">
          <Button look="primary" onClick={() => openNew()}>
            <FilePlus2 size={15} aria-hidden /> New workflow <span className="kbd">{shortcutOf('file.new')}</span>
          </Button>
          <Button onClick={() => void openByDialog()}>
            <FolderOpen size={15} aria-hidden /> Open… <span className="kbd">{shortcutOf('file.open')}</span>
          </Button>
          <span className="start__hint">or drop a file anywhere on the window</span>
        </div>
        <Recent />
        <section aria-labelledby="examples">
          <h2 id="examples">Examples</h2>
          <div className="examples">
            {examples.map((example) => (
              <ExampleCard key={example.name} example={example} />
            ))}
          </div>
        </section>
      </div>
    </main>
  );
}

function ExampleCard({ example }: { example: Example }) {
  return (
    <button type="button" className="example" onClick={() => openExample(example)}>
      <Sketch text={example.text} />
      <span className="example__title">{example.title}</span>
      <span className="example__about">{example.about}</span>
    </button>
  );
}

/** The upper part of a workflow's picture, drawn as it is exported. */
function Sketch({ text }: { text: string }) {
  const theme = useLook();
  const source = useMemo(() => {
    const parsed = parseDocument({ text, format: 'json' });
    if (!parsed.ok) return null;
    return `data:image/svg+xml,${encodeURIComponent(workflowSvg(parsed.value.document, { name: '', theme }))}`;
  }, [text, theme]);
  return source === null ? null : (
    <span className="example__sketch">
      <img src={source} alt="" />
    </span>
  );
}

function Recent() {
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    void platform.recentFiles().then(setFiles, () => undefined);
  }, []);
  if (files.length === 0) return null;
  const forget = (file: RecentFile) => {
    setFiles(files.filter((other) => other.id !== file.id));
    void platform.forgetRecent(file.id);
  };
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">Recent</h2>
      <div className="recent">
        {files.slice(0, 8).map((file) => (
          <div key={file.id} className="recent__row">
            <button type="button" className="recent__file" onClick={() => void openRecent(file.id)}>
              {file.name}
              <span>{file.folder}</span>
            </button>
            <IconButton small label={`Forget ${file.name}`} onClick={() => forget(file)}>
              <X size={13} />
            </IconButton>
          </div>
        ))}
      </div>
    </section>
  );
}
