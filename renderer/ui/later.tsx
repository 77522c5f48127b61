import { useEffect, useState, type ComponentType } from 'react';
import { Button } from './controls';

/**
 * A component whose code is loaded when it is first shown; nothing is there until then. What the first screen does not need
 * comes so, and a start does not wait for it. Code that cannot be had, as when the local server has ended, is said in its
 * place and can be asked for again; the rest of the window stays.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [state, setState] = useState<'asked' | 'there' | 'failed'>(loaded ? 'there' : 'asked');
    useEffect(() => {
      if (state !== 'asked') return;
      let shown = true;
      load().then(
        (part) => {
          loaded = part;
          if (shown) setState('there');
        },
        () => shown && setState('failed'),
      );
      return () => {
        shown = false;
      };
    }, [state]);
    const Part = loaded;
    if (Part) return <Part {...props} />;
    if (state !== 'failed') return null;
    return (
      <div className="empty" role="alert">
        <strong>This part could not be loaded.</strong>
        Your work is kept.
        <Button onClick={() => setState('asked')}>Try again</Button>
      </div>
    );
  };
}
