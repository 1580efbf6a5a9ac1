import {type ChildProcess, fork} from "node:child_process";
import {constants, setPriority} from "node:os";
import {engineModule, nodeArguments} from "../engine.js";

/** Makes the graphics once nothing has changed for a while, behind all else; a change stops it. */
export class GraphicsMaker {
  private timer: NodeJS.Timeout | undefined;
  private child: ChildProcess | undefined;

  makeSoon(): void {
    this.stop();
    this.timer = setTimeout(() => {
      this.child = fork(engineModule("loaders/site/graphicsProcess"), {execArgv: nodeArguments()});
      if (this.child.pid) setPriority(this.child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    }, 6000);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.child?.kill();
    this.child = undefined;
  }
}
