/** Ids of the commands in the manifest that the server does not refer to. Must not know what they do. */
export const COMMANDS = {
  restartServer: 'wiretrace.restartServer',
  showLog: 'wiretrace.showLog',
  copyDebugInformation: 'wiretrace.copyDebugInformation',
  createConfiguration: 'wiretrace.createConfiguration',
  runEventSuiteInEnvironment: 'wiretrace.runEventSuiteInEnvironment',
  loadEventSuiteResult: 'wiretrace.loadEventSuiteResult',
  listen: 'wiretrace.listen',
  storeToken: 'wiretrace.storeToken',
  /** Of the lenses above a trace; not in the palette. */
  traceEnvironment: 'wiretrace.traceEnvironment',
} as const;
