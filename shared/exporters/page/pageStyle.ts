import type { PictureTheme } from '../picture/themes';

/** The look of a page, in the colours of its picture. */
export function pageStyle(theme: PictureTheme): string {
  return `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { display: grid; grid-template-rows: auto 1fr; height: 100vh; margin: 0; background: ${theme.canvas}; color: ${theme.text}; font: 14px/1.5 Inter, system-ui, sans-serif; }
header { display: flex; gap: 16px; align-items: baseline; padding: 10px 16px; border-bottom: 1px solid ${theme.line}; background: ${theme.surface}; }
h1 { margin: 0; font-size: 16px; }
p { margin: 0; color: ${theme['text-2']}; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(320px, 2fr); min-height: 0; }
section { min-width: 0; overflow: auto; padding: 12px; }
.picture svg { display: block; margin: auto; max-width: 100%; height: auto; }
.run { border-left: 1px solid ${theme.line}; background: ${theme.surface}; }
.steps { display: flex; flex-wrap: wrap; gap: 6px; }
.steps input { flex: 1; min-width: 120px; accent-color: ${theme.accent}; }
button { padding: 4px 10px; border: 1px solid ${theme['line-strong']}; border-radius: 6px; background: ${theme.surface}; color: inherit; font: inherit; }
button:focus-visible, input:focus-visible, summary:focus-visible, .picture:focus-visible { outline: 2px solid ${theme.accent}; outline-offset: 1px; }
ol { margin: 8px 0; padding: 0; list-style: none; }
ol button { display: flex; gap: 8px; width: 100%; border: 0; text-align: left; }
ol button[aria-current] { background: ${theme.line}; }
ol span { margin-left: auto; color: ${theme['text-2']}; }
dl { margin: 8px 0; }
dt { font-weight: 600; }
dd { margin: 0 0 8px; }
pre { max-height: 300px; margin: 0; overflow: auto; padding: 8px; border: 1px solid ${theme.line}; border-radius: 6px; background: ${theme.canvas}; font: 12px/1.5 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 800px) { body { height: auto; } main { grid-template-columns: 1fr; } }
`;
}
