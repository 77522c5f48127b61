import { aslJson } from './aslJson';
import { aslYaml } from './aslYaml';
import type { Exporter } from './contract';

export type { ExportContext, ExportedFile, Exporter } from './contract';

/** Every format; to add one, add its file and a line here. */
export const exporters: readonly Exporter[] = [aslJson, aslYaml];
