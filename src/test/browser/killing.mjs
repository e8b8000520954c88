// Takes ai-service away from a running application: its launcher starts it again at once, so it is killed as often.

/** Sends a signal to processes; those that are gone already are left out. */
export function send(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (failure) {
      if (failure.code !== 'ESRCH') throw failure;
    }
  }
}

export class Killing {
  begin({ planner }) {
    const kill = () => send(planner.aiService(), 'SIGKILL');
    kill();
    this.timer = setInterval(kill, 500);
  }

  end() {
    clearInterval(this.timer);
  }
}
