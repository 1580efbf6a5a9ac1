/** The tag of the articles that the story's charts are about. */
export const story = "military-imports";
