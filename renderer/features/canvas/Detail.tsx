import { useStore } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { nameOnCard, nameOnScreen, readableZoom } from './readable';

/**
 * What cards show at a zoom: all; only names, large enough to be read; or blocks in the colour of their service.
 * A step of the zoom changes two properties of the frame, and no card is drawn again by React.
 */
export function Detail({ frame }: { frame: RefObject<HTMLElement | null> }) {
  const zoom = useStore((state) => Math.max(0.05, Math.round(state.transform[2] * 20) / 20));
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    current.dataset['detail'] = zoom >= 0.65 ? 'all' : zoom >= readableZoom - 0.05 ? 'names' : 'blocks';
    const size = Math.min(nameOnCard.most, Math.max(nameOnCard.least, nameOnScreen / zoom));
    current.style.setProperty('--canvas-name', `${size.toFixed(1)}px`);
    current.style.setProperty('--canvas-line', `${Math.max(1.4, 0.9 / zoom).toFixed(1)}px`);
  }, [frame, zoom]);
  return null;
}
