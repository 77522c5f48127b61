import { entryOf } from '#shared/base/index';
import {
  Archive,
  ArrowRight,
  Boxes,
  BrainCircuit,
  CalendarClock,
  CircleCheck,
  CircleX,
  Clapperboard,
  Cog,
  Combine,
  Container,
  Database,
  DatabaseZap,
  Flame,
  GitBranch,
  Globe,
  Hammer,
  Inbox,
  KeyRound,
  Layers,
  Megaphone,
  PackageSearch,
  Puzzle,
  Radio,
  Repeat,
  ScanSearch,
  ServerCog,
  Ship,
  SlidersHorizontal,
  Sparkles,
  Split,
  Table2,
  Timer,
  WandSparkles,
  Waves,
  Webhook,
  Workflow,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import type { SVGProps } from 'react';
import './icons.css';

type Drawing = (props: SVGProps<SVGSVGElement> & { size?: number }) => React.ReactNode;

const Lambda: Drawing = ({ size = 16, ...rest }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
    {...rest}
  >
    <path d="M6 4h3.2c.9 0 1.6.5 2 1.3L17.6 20H20" />
    <path d="M11.4 11 6 20" />
  </svg>
);

/** Drawings of services and state types by the name their definitions give; tint is a class of icons.css. */
const drawings: Readonly<Record<string, { readonly Icon: LucideIcon | Drawing; readonly tint: string }>> = {
  lambda: { Icon: Lambda, tint: 'orange' },
  glue: { Icon: Combine, tint: 'violet' },
  sns: { Icon: Megaphone, tint: 'pink' },
  ecs: { Icon: Boxes, tint: 'amber' },
  sagemaker: { Icon: BrainCircuit, tint: 'teal' },
  databrew: { Icon: WandSparkles, tint: 'violet' },
  sqs: { Icon: Inbox, tint: 'pink' },
  batch: { Icon: Layers, tint: 'amber' },
  states: { Icon: Workflow, tint: 'pink' },
  s3: { Icon: Archive, tint: 'green' },
  dynamodb: { Icon: Table2, tint: 'blue' },
  athena: { Icon: ScanSearch, tint: 'violet' },
  kinesis: { Icon: Waves, tint: 'violet' },
  firehose: { Icon: Flame, tint: 'violet' },
  events: { Icon: Radio, tint: 'pink' },
  scheduler: { Icon: CalendarClock, tint: 'pink' },
  rdsData: { Icon: Database, tint: 'blue' },
  emr: { Icon: ServerCog, tint: 'violet' },
  emrServerless: { Icon: DatabaseZap, tint: 'violet' },
  emrContainers: { Icon: Container, tint: 'violet' },
  eks: { Icon: Ship, tint: 'amber' },
  ecr: { Icon: PackageSearch, tint: 'amber' },
  apiGateway: { Icon: Webhook, tint: 'pink' },
  http: { Icon: Globe, tint: 'slate' },
  bedrock: { Icon: Sparkles, tint: 'teal' },
  codebuild: { Icon: Hammer, tint: 'blue' },
  mediaConvert: { Icon: Clapperboard, tint: 'orange' },
  secretsManager: { Icon: KeyRound, tint: 'red' },
  ssm: { Icon: SlidersHorizontal, tint: 'red' },
  sdk: { Icon: Puzzle, tint: 'slate' },
  task: { Icon: Cog, tint: 'slate' },
  activity: { Icon: Zap, tint: 'slate' },
  choice: { Icon: GitBranch, tint: 'slate' },
  wait: { Icon: Timer, tint: 'slate' },
  parallel: { Icon: Split, tint: 'slate' },
  map: { Icon: Repeat, tint: 'slate' },
  pass: { Icon: ArrowRight, tint: 'slate' },
  succeed: { Icon: CircleCheck, tint: 'green' },
  fail: { Icon: CircleX, tint: 'red' },
};

/** The drawing of what has none of its own. */
const other = { Icon: Cog, tint: 'slate' } as const;

/** The names that have a drawing. */
export const drawnIcons: ReadonlySet<string> = new Set(Object.keys(drawings));

/** The square with the drawing of a service or state type. */
/** A class that sets `--tint`, the colour by which a service or a kind of state is known from afar. */
export const tintOf = (name: string): string => `icon-tint--${(entryOf(drawings, name) ?? other).tint}`;

export function IconTile({ name, size = 32 }: { name: string; size?: number }) {
  const { Icon, tint } = entryOf(drawings, name) ?? other;
  return (
    <span className={`icon-tile icon-tint--${tint}`} style={{ width: size, height: size }} aria-hidden>
      <Icon size={Math.round(size * 0.56)} />
    </span>
  );
}
