import type { WriteStream } from 'node:tty';

const WIDTH = 28;

/** One line that is drawn again in place on a terminal; elsewhere a line at the end only, so that logs stay readable. */
export interface ProgressLine {
  /** `total` is null while it is not known; `step` says what is being done now, where that is not the label. */
  update(done: number, total: number | null, step?: string): void;
  finish(text: string): void;
}

export function showProgress(label: string, stream: WriteStream = process.stdout): ProgressLine {
  return {
    update(done, total, step = label) {
      if (!stream.isTTY) return;
      stream.cursorTo(0);
      stream.clearLine(1);
      stream.write(`  ${step.padEnd(22)} ${bar(done, total)}  ${done.toLocaleString('en')}${ofTotal(total)}`);
    },
    finish(text) {
      if (stream.isTTY) {
        stream.cursorTo(0);
        stream.clearLine(1);
      }
      stream.write(`✓ ${label.padEnd(22)} ${text}\n`);
    },
  };
}

function bar(done: number, total: number | null): string {
  if (total === null || total === 0) return '·'.repeat(WIDTH);
  const filled = Math.min(WIDTH, Math.round((done / total) * WIDTH));
  return '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
}

const ofTotal = (total: number | null): string => (total === null ? '' : ` of ${total.toLocaleString('en')}`);
