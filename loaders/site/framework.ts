/** Returns the arguments with which node runs a command of Framework's. */
export function framework(command: "build" | "preview", ...rest: string[]): string[] {
  return ["node_modules/@observablehq/framework/dist/bin/observable.js", command, ...rest];
}
