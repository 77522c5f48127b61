import { type PlacedValue, readPlaced } from '../workflow/index';

/** A file that may hold state machines. It is read once, when an importer first asks. */
export class HostFile {
  private read: { readonly root: PlacedValue | null } | null = null;

  /** @param name with its extension */
  constructor(
    readonly name: string,
    readonly text: string,
  ) {}

  /** What the file says as JSON or YAML; null when it is neither. */
  get root(): PlacedValue | null {
    this.read ??= { root: this.isTerraform ? null : readPlaced(this.text, this.isJson ? 'json' : 'yaml') };
    return this.read.root;
  }

  get isTerraform(): boolean {
    return /\.tf$/i.test(this.name);
  }

  private get isJson(): boolean {
    return /\.json$/i.test(this.name) || /^\uFEFF?\s*(?:\{|\/\/|\/\*)/.test(this.text);
  }
}
