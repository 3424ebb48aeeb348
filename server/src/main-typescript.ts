/** Composition root of the part that reads JavaScript and TypeScript: a bundle of its own, loaded when it is needed. Holds no logic. */
import type { TypeScriptSupport } from './analysis/api.ts';
import { TYPESCRIPT_DIALECT } from './frontends/typescript/dialect.ts';
import { lowerTypeScriptModule } from './frontends/typescript/frontend.ts';
import { TypeScriptResolver } from './frontends/typescript/resolve.ts';
import { TYPESCRIPT_MODELS } from './models/typescript/registry.ts';

export const typescript: TypeScriptSupport = {
  dialect: TYPESCRIPT_DIALECT,
  lower: lowerTypeScriptModule,
  createResolver: (fileSystem) => new TypeScriptResolver(fileSystem),
  models: TYPESCRIPT_MODELS,
};
