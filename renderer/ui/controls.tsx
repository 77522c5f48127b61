import { CircleAlert } from 'lucide-react';
import { Dialog as RadixDialog, Tooltip as RadixTooltip } from 'radix-ui';
import { useId, type ButtonHTMLAttributes, type ReactNode } from 'react';
import './controls.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'danger' | 'quiet';
  small?: boolean;
}

export function Button({ look, small, className = '', ...rest }: ButtonProps) {
  const classes = ['button', look && `button--${look}`, small && 'button--small', className].filter(Boolean).join(' ');
  return <button type="button" className={classes} {...rest} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'aria-label' | 'title'> {
  /** Name of the action: read out, and shown as a tooltip. */
  label: string;
  shortcut?: string | undefined;
}

export function IconButton({ label, shortcut, className = '', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <Button look="quiet" className={`button--icon ${className}`} aria-label={label} {...rest} />
    </Tooltip>
  );
}

export function Tooltip({
  text,
  shortcut,
  children,
}: {
  text: string;
  shortcut?: string | undefined;
  children: ReactNode;
}) {
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {text}
          {shortcut ? <span className="kbd">{shortcut}</span> : null}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  );
}

interface FieldProps {
  label: string;
  help?: string | undefined;
  problem?: string | null | undefined;
  required?: boolean | undefined;
  /** Stands in place of the label's text where a person edits it; the control keeps `label` as its name. */
  labelling?: ReactNode;
  /** Small controls at the right end of the label. */
  aside?: ReactNode;
  children: (ids: { id: string; describedBy: string; invalid: boolean }) => ReactNode;
}

/** A label, a control, and below it what is wrong with the value, or else what it is for. */
export function Field({ label, labelling, help, problem, required, aside, children }: FieldProps) {
  const id = useId();
  const describedBy = `${id}-about`;
  return (
    <div className="field">
      <div className="field__label">
        {labelling === undefined ? (
          <label htmlFor={id}>{label}</label>
        ) : (
          <>
            {labelling}
            <label htmlFor={id} className="visually-hidden">
              {label}
            </label>
          </>
        )}
        {required ? (
          <span className="field__required" aria-label="required">
            *
          </span>
        ) : null}
        {aside ? <span className="field__aside">{aside}</span> : null}
      </div>
      {children({ id, describedBy, invalid: Boolean(problem) })}
      <div id={describedBy} aria-live="polite">
        {problem ? (
          <div className="field__problem">
            <CircleAlert size={12} aria-hidden />
            {problem}
          </div>
        ) : help ? (
          <div className="field__help">{help}</div>
        ) : null}
      </div>
    </div>
  );
}

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
  fill?: boolean;
}

/** One of a few, all visible. */
export function Segmented<Value extends string>({ label, value, options, onChange, fill }: SegmentedProps<Value>) {
  return (
    <div className={fill ? 'segmented segmented--fill' : 'segmented'} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.icon}
          {option.label}
        </button>
      ))}
    </div>
  );
}

interface DialogProps {
  title: string;
  text?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ title, text, onClose, children }: DialogProps) {
  return (
    <RadixDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="dialog__overlay" />
        <RadixDialog.Content className="dialog" {...(text ? {} : { 'aria-describedby': undefined })}>
          <RadixDialog.Title className="dialog__title">{title}</RadixDialog.Title>
          {text ? <RadixDialog.Description className="dialog__text">{text}</RadixDialog.Description> : null}
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
