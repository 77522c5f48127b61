import { prettyJsonText } from '#shared/runs/index';

/** A JSON text under its name; nothing where there is none. */
export function JsonBlock({ label, text }: { label: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div className="run-data">
      <h4>{label}</h4>
      <pre tabIndex={0}>{prettyJsonText(text)}</pre>
    </div>
  );
}
