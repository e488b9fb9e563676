import {
  dataFolderOf,
  emptyDataFolder,
  runningPortal,
} from '../dataFolder.mjs';
import { Failure } from '../failure.mjs';

export async function run({ root, phases }) {
  const folder = dataFolderOf(root);
  const running = await runningPortal(folder);
  if (running) {
    throw new Failure(
      `The portal is running at ${running.url} (process ${running.pid}). Stop it, then reset.`,
    );
  }
  const removed = await emptyDataFolder(root, folder);
  phases.say(
    removed.length > 0
      ? `Removed from ${folder}: ${removed.join(', ')}.`
      : `${folder} is empty already.`,
  );
}
