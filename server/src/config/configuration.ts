/** A configuration that was read and found sound: settings, and where each of them stands. Must not know file formats. */
import type { Settings } from './schema.ts';

export interface Configuration extends Settings {
  /** The file it stands in, relative to the root; `undefined` where everything is a default. */
  readonly file: string | undefined;
  /**
   * Where a setting stands, by its path (`contracts/0/setter`): its value where that is a text and the format tells, else its name.
   * What was not written has no place.
   */
  readonly places: ReadonlyMap<string, SettingPlace>;
}

/** One-based, as in reports. */
export interface SettingPlace {
  readonly line: number;
  readonly column: number;
}

/** Place of a setting, else of the nearest setting around it; `undefined` where none of them was written. */
export function placeOf(configuration: Configuration, path: string): SettingPlace | undefined {
  return nearestPlace(configuration.places, path);
}

/** The place under `path`, else under the longest part of it that has one. */
export function nearestPlace(
  places: ReadonlyMap<string, SettingPlace>,
  path: string,
): SettingPlace | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const place = places.get(at);
    if (place) return place;
  }
  return places.get('');
}
