/** How the end of a run and what became of an event are said, wherever they are shown. Must not know where that is. */
import type { Ending, EventObservation } from './suite.ts';

export function endingWords(ending: Ending): string {
  switch (ending.kind) {
    case 'exited':
      return `exit status ${ending.status}`;
    case 'signal':
      return `ended by ${ending.signal}`;
    case 'time-limit':
      return `ended after its time limit of ${ending.seconds} s`;
    case 'cancelled':
      return 'cancelled';
    case 'not-started':
      return 'not started';
    case 'debugged':
      return 'debugged';
    case 'earlier':
      return 'an earlier run';
  }
}

/** How often it arrived, or how far it came; `''` where nothing was seen of it. `started` as in the result. */
export function eventWords(event: EventObservation, started: number): string {
  const { observed, received, sent, emissions, first } = event;
  if (observed) {
    const count = received > 0 ? `received ${times(received)}` : `sent ${times(sent)}, no client in sight`;
    return first === undefined ? count : `${count}, first after ${((first - started) / 1000).toFixed(2)} s`;
  }
  if (sent > 0) return `sent ${times(sent)}, but no client received it`;
  return emissions.length > 0 ? `emitted ${times(emissions.length)}, never delivered` : '';
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
