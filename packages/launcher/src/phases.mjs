const HEARTBEAT_MS = 15_000;
const REDRAW_MS = 1_000;
const NAME_WIDTH = 14;

/**
 * Says what a command is doing: a line for each phase with the time it took. On a terminal the running phase
 * counts up in place; elsewhere a long one gives a sign of life every 15 seconds.
 */
export function createPhases({
  out = process.stdout,
  now = () => Date.now(),
  interactive = Boolean(out.isTTY) && !process.env.CI,
  startedAt = now(),
} = {}) {
  let running;
  let quiet = false;

  function write(text) {
    if (!quiet) {
      out.write(text);
    }
  }

  function clearLine() {
    if (interactive && running) {
      write('\r\u001b[2K');
    }
  }

  function draw() {
    const { name, startedAt: from, progress } = running;
    const text = line(name, progress ?? '', now() - from);
    write(
      interactive
        ? `\r\u001b[2K${text.slice(0, out.columns ?? 80)}`
        : `${text}\n`,
    );
  }

  function end() {
    clearInterval(running?.timer);
    clearLine();
    running = undefined;
  }

  return {
    /**
     * Runs one phase. `work` gets `progress(text)`, and its result, if a string, says how the phase ended.
     */
    async run(name, work) {
      const from = now();
      running = { name, startedAt: from };
      running.timer = setInterval(draw, interactive ? REDRAW_MS : HEARTBEAT_MS);
      running.timer.unref();
      if (interactive) {
        draw();
      }
      const result = await work({
        progress(text) {
          if (running) {
            running.progress = text;
          }
        },
      });
      end();
      if (typeof result === 'string') {
        write(`${line(name, result, now() - from)}\n`);
      }
      return result;
    },

    /** Prints something else without spoiling the running phase's line. */
    say(text) {
      clearLine();
      write(`${text}\n`);
    },

    /** Clears the running phase, because its command failed or is being stopped. */
    abandon() {
      if (running) {
        const { name, startedAt: from } = running;
        end();
        write(`${line(name, 'not finished', now() - from)}\n`);
      }
    },

    /** Says nothing more: another process has taken over. */
    silence() {
      quiet = true;
    },

    startedAt,

    elapsedMs() {
      return now() - startedAt;
    },
  };
}

export function formatSeconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

function line(name, text, ms) {
  return `${formatSeconds(ms).padStart(8)}  ${name.padEnd(
    NAME_WIDTH,
  )} ${text}`.trimEnd();
}
