import { CalendarClock, Inbox, Megaphone, Radio, Upload, Webhook, Workflow, type LucideIcon } from 'lucide-react';
import type { TriggerKind } from '#shared/triggers/index';

/** The drawing of each kind of trigger. */
export const triggerIcons: Readonly<Record<TriggerKind, LucideIcon>> = {
  schedule: CalendarClock,
  upload: Upload,
  event: Radio,
  api: Webhook,
  workflow: Workflow,
  queue: Inbox,
  topic: Megaphone,
};
