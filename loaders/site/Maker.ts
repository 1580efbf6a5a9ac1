import {type ChildProcess, fork} from "node:child_process";
import {engineModule, nodeArguments} from "../engine.js";
import type {Ask, WorkerAnswer} from "./worker.js";

/** The worker process that makes what pages include; started anew where code has changed. */
export class Maker {
  private worker: ChildProcess = this.start();

  /** Starts another worker, which loads the code as it is now. */
  restart(): void {
    this.worker.kill();
    this.worker = this.start();
  }

  stop(): void {
    this.worker.kill();
  }

  /** Has the worker leave the rest, which no page waits for, as it is. */
  hurry(): void {
    if (this.worker.connected) this.worker.send("stop");
  }

  /** Returns what the worker answers; what stopped it, if something did. */
  ask(what: Ask): Promise<WorkerAnswer> {
    return new Promise((resolve) => {
      const onExit = (code: number | null): void =>
        resolve({made: null, problems: [`drawing stopped with code ${code}`]});
      this.worker.once("exit", onExit);
      this.worker.once("message", (answer) => {
        this.worker.off("exit", onExit);
        resolve(answer as WorkerAnswer);
      });
      this.worker.send(what);
    });
  }

  private start(): ChildProcess {
    return fork(engineModule("loaders/site/worker"), {execArgv: nodeArguments()});
  }
}
