/**
 * How sure an answer must be to be given, by what is asked: none is better than
 * a wrong one, and what is given is likelier right than not. Whose a figure is
 * asks for less, since the share of one who is called by two names is halved.
 */
export const floors = {
  supplier: 0.5,
  recipient: 0.5,
  via: 0.55,
  holder: 0.4,
  speaker: 0.5,
  thing: 0.5,
  status: 0.5,
  period: 0.5,
};

/** How likely it must be what words and grammar told to stay, whatever is likelier. */
export const told = {
  supplier: 0.2,
  recipient: 0.2,
  via: 0.2,
  holder: 1,
  speaker: 0.2,
  thing: 0.3,
  status: 0.25,
  period: 0.2,
};
