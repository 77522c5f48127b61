import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { dismissToast, useApp } from '../editor/store';
import { IconButton } from '../ui/controls';

export function Toasts() {
  const toasts = useApp((state) => state.toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={`toast toast--${toast.kind}`}>
          {toast.kind === 'problem' ? <CircleAlert size={15} aria-hidden /> : <CircleCheck size={15} aria-hidden />}
          {toast.text}
          <IconButton small label="Dismiss" onClick={() => dismissToast(toast.id)}>
            <X size={13} />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
