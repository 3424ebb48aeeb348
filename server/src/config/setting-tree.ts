/** Settings as they were written, with the place of each: what every file format is read into. Must not know the schema. */
import type { SettingPlace } from './configuration.ts';

export type SettingNode = SettingTable | SettingList | SettingScalar;

export interface SettingTable {
  readonly kind: 'table';
  readonly place: SettingPlace;
  /** In the order they were written; a name that was written twice stands here twice. */
  readonly entries: readonly SettingEntry[];
}

export interface SettingEntry {
  readonly name: string;
  /** Place of the name. */
  readonly place: SettingPlace;
  readonly value: SettingNode;
}

export interface SettingList {
  readonly kind: 'list';
  readonly place: SettingPlace;
  readonly items: readonly SettingNode[];
}

export interface SettingScalar {
  readonly kind: 'scalar';
  readonly place: SettingPlace;
  readonly value: string | number | boolean | null;
}

/** What a file format gives: a tree, or what is wrong with the text. Neither where the file has no settings of ours. */
export interface ReadSettings {
  readonly tree: SettingNode | undefined;
  readonly problems: readonly SettingProblem[];
}

/** Something wrong with a configuration. */
export interface SettingProblem extends SettingPlace {
  /** The setting as a person writes it (`contracts[0].setter`); `''` for the file as a whole. */
  readonly key: string;
  /** A sentence without a full stop that names the setting. */
  readonly message: string;
}

export const START: SettingPlace = { line: 1, column: 1 };
