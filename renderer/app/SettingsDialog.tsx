import { useId, useState, type ReactNode } from 'react';
import { changeSettings, useSettings, type Settings } from '../editor/settings';
import { setTheme, showOverlay, useApp } from '../editor/store';
import { Button, Dialog, Segmented } from '../ui/controls';
import './settingsDialog.css';

/** What a person can set for all workflows; each change holds at once. */
export function SettingsDialog() {
  const settings = useSettings((all) => all);
  const theme = useApp((state) => state.theme);
  return (
    <Dialog title="Settings" onClose={() => showOverlay(null)}>
      <div className="settings">
        <Row label="Theme">
          <Segmented
            label="Theme"
            value={theme}
            onChange={setTheme}
            options={[
              { value: 'system', label: 'System' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </Row>
        <Row label="Motion" about="Reduced: nothing slides or turns.">
          <Segmented
            label="Motion"
            value={settings.motion}
            onChange={(motion) => changeSettings({ motion })}
            options={[
              { value: 'system', label: 'System' },
              { value: 'reduced', label: 'Reduced' },
            ]}
          />
        </Row>
        <Row label="Mouse wheel on the canvas" about="With Ctrl it always zooms.">
          <Segmented
            label="Mouse wheel on the canvas"
            value={settings.wheel}
            onChange={(wheel) => changeSettings({ wheel })}
            options={[
              { value: 'pan', label: 'Moves' },
              { value: 'zoom', label: 'Zooms' },
            ]}
          />
        </Row>
        <Row label="Size of code" about="In pixels.">
          <input
            className="input settings__number"
            type="number"
            min={10}
            max={22}
            step={0.5}
            aria-label="Size of code"
            value={settings.codeSize}
            onChange={({ target }) => {
              const codeSize = target.valueAsNumber;
              if (codeSize >= 10 && codeSize <= 22) changeSettings({ codeSize });
            }}
          />
        </Row>
        <h3>Workflows</h3>
        <Row label="Query language of new workflows">
          <Segmented
            label="Query language of new workflows"
            value={settings.queryLanguage}
            onChange={(queryLanguage) => changeSettings({ queryLanguage })}
            options={[
              { value: 'JSONata', label: 'JSONata' },
              { value: 'JSONPath', label: 'JSONPath' },
            ]}
          />
        </Row>
        <Row label="Layout of new workflows">
          <Segmented
            label="Layout of new workflows"
            value={settings.direction}
            onChange={(direction) => changeSettings({ direction })}
            options={[
              { value: 'down', label: 'Top to bottom' },
              { value: 'right', label: 'Left to right' },
            ]}
          />
        </Row>
        <Place
          label="Region of new ARNs"
          name="region"
          value={settings.region}
          pattern={/^[a-z]{2,4}(?:-[a-z]+)+-\d$/}
          problem="A region looks like eu-central-1."
        />
        <Place
          label="Account of new ARNs"
          name="account"
          value={settings.account}
          pattern={/^\d{12}$/}
          problem="An account has 12 digits."
        />
        <Row label="Save by itself" about="A file that can be read is saved a second after the last change.">
          <input
            type="checkbox"
            aria-label="Save by itself"
            checked={settings.autosave}
            onChange={({ target }) => changeSettings({ autosave: target.checked })}
          />
        </Row>
        <footer className="settings__foot">
          <Button onClick={() => showOverlay('shortcuts')}>Keyboard shortcuts</Button>
          <Button look="primary" onClick={() => showOverlay(null)}>
            Done
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

function Row({ label, about, children }: { label: string; about?: string; children: ReactNode }) {
  return (
    <div className="settings__row">
      <span>
        {label}
        {about === undefined ? null : <small>{about}</small>}
      </span>
      {children}
    </div>
  );
}

interface PlaceProps {
  readonly label: string;
  readonly name: 'region' | 'account';
  readonly value: Settings['region'];
  readonly pattern: RegExp;
  readonly problem: string;
}

/** A part of ARNs; what is typed counts once it is one. */
function Place({ label, name, value, pattern, problem }: PlaceProps) {
  const [text, setText] = useState(value);
  const problemId = useId();
  const isGood = pattern.test(text);
  return (
    <Row label={label}>
      <span className="settings__place">
        <input
          className="input"
          aria-label={label}
          aria-invalid={!isGood}
          aria-describedby={isGood ? undefined : problemId}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            if (pattern.test(target.value)) changeSettings({ [name]: target.value });
          }}
        />
        {isGood ? null : (
          <small id={problemId} className="settings__problem">
            {problem}
          </small>
        )}
      </span>
    </Row>
  );
}
