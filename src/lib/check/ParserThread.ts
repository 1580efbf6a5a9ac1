import type {Figure} from "../../waybill/model/figure.js";
import type {Told} from "./Checker.js";

/** What the thread is asked. */
export interface Asked {
  task: "check" | "figures";
  text: string;
}

/** What it says: how many characters of the text it has read, what it found, or why it cannot. */
export type Heard = {read: number} | {done: unknown} | {failed: string};

/** What each task gives. */
interface Given {
  check: Told[];
  figures: Figure[];
}

/** What one who stopped it, or asked for another text, hears. */
export class Stopped extends Error {}

/** The parser in a thread of its own, which is started with the first text. Of two texts the later one counts. */
export class ParserThread {
  private worker: Worker | null = null;
  private refuse: ((reason: Error) => void) | null = null;

  constructor(
    private readonly root: URL,
    private readonly version = "",
  ) {}

  /**
   * Returns what a task finds in a text. Calls back with how many of its characters are
   * read: first with none, when the parser is loaded. Throws what it needs and is not there, and
   * Stopped, if `stop` is called or another is asked.
   */
  async ask<T extends Asked["task"]>(
    task: T,
    text: string,
    onRead: (characters: number) => void = () => {},
  ): Promise<Given[T]> {
    this.stop();
    this.worker ??= new Worker(new URL(`lib/parser.js?v=${this.version}`, this.root), {type: "module"});
    const {worker} = this;
    try {
      return await new Promise<Given[T]>((resolve, reject) => {
        this.refuse = reject;
        worker.onerror = ({message}) => reject(new Error(message || "the parser does not start"));
        worker.onmessage = ({data}: MessageEvent<Heard>) => {
          if ("read" in data) onRead(data.read);
          else if ("done" in data) resolve(data.done as Given[T]);
          else reject(new Error(data.failed));
        };
        worker.postMessage({task, text} satisfies Asked);
      });
    } catch (error) {
      if (this.worker === worker) this.end();
      throw error;
    } finally {
      if (this.worker === worker) this.refuse = null;
    }
  }

  /** Ends what is being read, if anything is. */
  stop(): void {
    const {refuse} = this;
    if (!refuse) return;
    this.end();
    refuse(new Stopped());
  }

  /** Ends the thread; the next text starts another. */
  end(): void {
    this.worker?.terminate();
    this.worker = null;
    this.refuse = null;
  }
}
