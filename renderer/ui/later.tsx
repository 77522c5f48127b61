import { Suspense, lazy, type ComponentType } from 'react';

/**
 * A component whose code is loaded when it is first shown; nothing is there until then. What the first screen does not need
 * comes so, and a start does not wait for it.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function Later(props: Props) {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
