import { Tooltip } from 'radix-ui';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Canvas } from '../features/canvas/Canvas';
import { Inspector } from '../features/inspector/Inspector';
import { ContributionsContext, useContributions } from '../editor/contributions';
import { documentOf, type Session } from '../editor/session';
import { useApp } from '../editor/store';
import { useActiveSession } from '../editor/useActive';
import './app.css';
import { contributions } from './contributions';
import { OutsideBanner } from './OutsideBanner';
import { QuestionDialog } from './QuestionDialog';
import { SidePanel } from './SidePanel';
import { StartScreen } from './StartScreen';
import { StatusBar } from './StatusBar';
import { Toasts } from './Toasts';
import { later } from '../ui/later';
import { TopBar } from './TopBar';

const CodeView = later(async () => (await import('../features/code/CodeView')).CodeView);
const CommandPalette = later(async () => (await import('./CommandPalette')).CommandPalette);
const ExportDialog = later(async () => (await import('./ExportDialog')).ExportDialog);
const SettingsDialog = later(async () => (await import('./SettingsDialog')).SettingsDialog);
const ShortcutsDialog = later(async () => (await import('./ShortcutsDialog')).ShortcutsDialog);

export function App() {
  const session = useActiveSession();
  return (
    <ContributionsContext value={contributions}>
      <Tooltip.Provider delayDuration={500}>
        <div className="app">
          <TopBar />
          {session ? <Workbench session={session} /> : <StartScreen />}
          <StatusBar session={session} />
        </div>
        <Overlays />
        <Toasts />
      </Tooltip.Provider>
    </ContributionsContext>
  );
}

function Overlays() {
  const overlay = useApp((state) => state.overlay);
  const question = useApp((state) => state.question);
  return (
    <>
      {overlay === 'shortcuts' ? (
        <ShortcutsDialog />
      ) : overlay === 'settings' ? (
        <SettingsDialog />
      ) : overlay === 'export' ? (
        <ExportDialog />
      ) : overlay === null ? null : (
        <CommandPalette mode={overlay} />
      )}
      {question ? <QuestionDialog question={question} /> : null}
    </>
  );
}

function Workbench({ session }: { session: Session }) {
  const paletteOpen = useApp((state) => state.paletteOpen);
  const inspectorOpen = useApp((state) => state.inspectorOpen);
  const dock = useApp((state) => state.dock);
  const { dockPanels } = useContributions();
  const DockBody = dock === null ? undefined : dockPanels?.[dock].Panel;
  return (
    <Group className="workbench" orientation="horizontal">
      {paletteOpen ? (
        <>
          <Panel id="palette" defaultSize={240} minSize={180} maxSize={360} groupResizeBehavior="preserve-pixel-size">
            <SidePanel session={session} />
          </Panel>
          <Separator className="divider" />
        </>
      ) : null}
      <Panel id="center" minSize={320}>
        <Group orientation="vertical">
          <Panel id="views" minSize={160}>
            <OutsideBanner session={session} />
            <Views session={session} />
          </Panel>
          {dock === null ? null : (
            <>
              <Separator className="divider divider--flat" />
              <Panel
                id="dock"
                defaultSize={dockPanels?.[dock].size ?? 280}
                minSize={120}
                maxSize="70%"
                groupResizeBehavior="preserve-pixel-size"
              >
                <div className="dock" data-part="dock">
                  {DockBody ? <DockBody session={session} /> : null}
                </div>
              </Panel>
            </>
          )}
        </Group>
      </Panel>
      {inspectorOpen ? (
        <>
          <Separator className="divider" />
          <Panel id="inspector" defaultSize={340} minSize={280} maxSize={520} groupResizeBehavior="preserve-pixel-size">
            <Inspector session={session} />
          </Panel>
        </>
      ) : null}
    </Group>
  );
}

/** The canvas, the code, or both; text that never parsed has no canvas yet. */
function Views({ session }: { session: Session }) {
  const view = useApp((state) => state.view);
  const document = documentOf(session);
  if (!document) return <CodeView session={session} />;
  if (view === 'canvas') return <Canvas key={session.id} session={session} document={document} />;
  if (view === 'code') return <CodeView key={session.id} session={session} />;
  return (
    <Group orientation="horizontal">
      <Panel id="canvas" minSize={240}>
        <Canvas key={session.id} session={session} document={document} />
      </Panel>
      <Separator className="divider" />
      <Panel id="code" defaultSize="45%" minSize={240}>
        <CodeView key={session.id} session={session} />
      </Panel>
    </Group>
  );
}
