/** Shows the places where a dependency is handed over, in the editor's own peek. */
import * as vscode from 'vscode';
import type { LocationsArguments } from '../../../server/src/protocol/commands.ts';
import type { Position, Range } from '../../../server/src/protocol/messages.ts';

/** `argument` is `LocationsArguments`, made by our server; anything else is refused by the editor's command. */
export async function showInjections(_context: unknown, argument: unknown): Promise<void> {
  const { uri, position, locations } = argument as LocationsArguments;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri, true),
    positionOf(position),
    locations.map(
      (location) => new vscode.Location(vscode.Uri.parse(location.uri, true), rangeOf(location.range)),
    ),
  );
}

function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(positionOf(start), positionOf(end));
}

function positionOf({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}
