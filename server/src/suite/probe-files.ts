/** The probe's files, as texts: they are written beside each run. Must not know what they do. */
import customize from './probe/sitecustomize.py?raw';
import nodeInjections from './probe/wiretrace-injections.cjs?raw';
import nodeProbe from './probe/wiretrace-probe.cjs?raw';
import probe from './probe/wiretrace_probe.py?raw';

export const PROBE_FILES: Readonly<Record<string, string>> = {
  'wiretrace_probe.py': probe,
  'sitecustomize.py': customize,
  'wiretrace-injections.cjs': nodeInjections,
  'wiretrace-probe.cjs': nodeProbe,
};
