import type {Act, Acted, Candidate, DeskView, Place} from "../../waybill/model/reviewDesk.js";

const content = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="waybill-${name}"]`)?.content ?? "";

const address = `/_waybill/review/${encodeURIComponent(content("article"))}`;

/** Asks the preview for something; throws what it answers, in words, if it does not give it. */
async function ask<T>(path: string, body?: unknown): Promise<T> {
  const token = content("token");
  const init: RequestInit =
    body === undefined
      ? {headers: {"x-waybill-token": token}}
      : {
          method: "POST",
          headers: {"x-waybill-token": token, "content-type": "application/json"},
          body: JSON.stringify(body),
        };
  let response: Response;
  try {
    response = await fetch(address + path, init);
  } catch (cause) {
    throw new Error("the preview does not answer (is it running?)", {cause});
  }
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.problem);
  return answer as T;
}

export const askView = (): Promise<DeskView> => ask("");

/** Returns the article if its file is no longer of the given version; null if it is. */
export const askChanged = (version: string): Promise<DeskView | null> =>
  ask(`?version=${encodeURIComponent(version)}`);

export const askAct = (act: Act): Promise<Acted> => ask("", act);

export const askCandidates = (at: Place): Promise<Candidate[]> => ask("/same", at);

/** Returns the figures that a number may be worked out of. */
export const askInputs = (): Promise<Candidate[]> => ask("/inputs", {});
