/**
 * Models of Python libraries: the name of a module and the text that stands for it. Must not know the engine that interprets them.
 * How a model is written: docs of the intrinsics in `../intrinsic-names.ts`.
 */
import { LIBRARIES_MODELS } from './registry-libraries.ts';
import { STANDARD_MODELS } from './registry-standard.ts';

/** Module name (`asyncio.tasks`) to source text. */
export const PYTHON_MODELS: ReadonlyMap<string, string> = new Map([...STANDARD_MODELS, ...LIBRARIES_MODELS]);
