import { CircleAlert, CircleCheck, LoaderCircle, X } from 'lucide-react';
import { dismissToast, useApp } from '../editor/store';
import { Button, IconButton } from '../ui/controls';

export function Toasts() {
  const toasts = useApp((state) => state.toasts);
  const pending = useApp((state) => state.pending);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {pending.map(({ id, text, cancel }) => (
        <div key={id} className="toast">
          <LoaderCircle className="toast__turning" size={15} aria-hidden />
          {text}
          <Button small onClick={cancel}>
            Cancel
          </Button>
        </div>
      ))}
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
