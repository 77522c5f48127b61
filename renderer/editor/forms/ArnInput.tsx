import { BookMarked } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { ArnShapeId } from '#shared/services/index';
import { IconButton } from '../../ui/controls';
import { TextInput, type InputIds } from '../../ui/Inputs';
import './arns.css';
import { ArnPicker } from './ArnPicker';
import { rememberArn } from '../knownArns';

interface Props {
  readonly ids: InputIds;
  readonly shape: ArnShapeId;
  /** The service takes a bare name as well. */
  readonly nameToo: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The name of a resource: typed, or chosen from ARNs that are known, or built from parts. */
export function ArnInput({ ids, shape, nameToo, value, onChange }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div className="row" onBlur={() => rememberArn(value)}>
      <TextInput ids={ids} mono value={value} placeholder={nameToo ? 'Name or ARN' : 'ARN'} onChange={onChange} />
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger asChild>
          <IconButton label="Choose an ARN">
            <BookMarked size={14} />
          </IconButton>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="arns" align="end" sideOffset={4} collisionPadding={8} aria-label="Choose an ARN">
            <ArnPicker
              shape={shape}
              value={value}
              onPick={(next) => {
                onChange(next);
                rememberArn(next);
                setOpen(false);
              }}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
