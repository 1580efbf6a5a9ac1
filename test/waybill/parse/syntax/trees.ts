/** Invented sentences with their trees, for what is worked out from trees. */
export const hand = `
Dorex  Dorex PROPN/NNP 2 nsubj
plans  plan  VERB/VBZ  0 root
to     to    PART/TO   4 mark
hand   hand  VERB/VB   2 xcomp
20     20    NUM/CD    6 nummod
boats  boat  NOUN/NNS  4 obj
to     to    ADP/IN    10 case
the    the   DET/DT    10 det
Norwegian Norwegian ADJ/JJ 10 amod
navy   navy  NOUN/NN   4 obl
.      .     PUNCT/.   2 punct`;

export const delivered = `
63        63       NUM/CD   2 nummod
shipments shipment NOUN/NNS 7 nsubj:pass
worth     worth    ADP/IN   4 case
$         $        SYM/$    2 nmod
20m       20m      NUM/CD   4 nummod
were      be       AUX/VBD  7 aux:pass
delivered deliver  VERB/VBN 0 root
to        to       ADP/IN   9 case
Peru      Peru     PROPN/NNP 7 obl
via       via      ADP/IN   11 case
Malta     Malta    PROPN/NNP 9 nmod
.         .        PUNCT/.  7 punct`;

export const ministry = `
The      the      DET/DT   2 det
ministry ministry NOUN/NN  12 nsubj
,        ,        PUNCT/,  6 punct
which    which    PRON/WDT 6 nsubj
had      have     AUX/VBD  6 aux
ordered  order    VERB/VBN 2 acl:relcl
40       40       NUM/CD   8 nummod
trucks   truck    NOUN/NNS 6 obj
,        ,        PUNCT/,  6 punct
did      do       AUX/VBD  12 aux
not      not      PART/RB  12 advmod
receive  receive  VERB/VB  0 root
them     they     PRON/PRP 12 obj
.        .        PUNCT/.  12 punct`;

export const according = `
Malta    Malta   PROPN/NNP 2 nsubj
bought   buy     VERB/VBD  0 root
12       12      NUM/CD    4 nummod
presses  press   NOUN/NNS  2 obj
,        ,       PUNCT/,   9 punct
according accord VERB/VBG  9 case
to       to      ADP/IN    6 fixed
customs  custom  NOUN/NNS  9 compound
data     datum   NOUN/NNS  2 obl
seen     see     VERB/VBN  9 acl
by       by      ADP/IN    13 case
the      the     DET/DT    13 det
Courier  Courier PROPN/NNP 10 obl:agent
.        .       PUNCT/.   2 punct`;

export const volmer = `
Volmer Volmer PROPN/NNP 2 nsubj
said   say    VERB/VBD  0 root
it     it     PRON/PRP  5 nsubj
had    have   AUX/VBD   5 aux
sold   sell   VERB/VBN  2 ccomp
9      9      NUM/CD    7 nummod
lathes lathe  NOUN/NNS  5 obj
.      .      PUNCT/.   2 punct`;

export const quoted = `
"      "      PUNCT/\`\`  4 punct
We     we     PRON/PRP   4 nsubj
never  never  ADV/RB     4 advmod
sold   sell   VERB/VBD   8 ccomp
pumps  pump   NOUN/NNS   4 obj
,      ,      PUNCT/,    4 punct
"      "      PUNCT/''   4 punct
said   say    VERB/VBD   0 root
Ondal  Ondal  PROPN/NNP  8 nsubj
.      .      PUNCT/.    8 punct`;

export const builtAndSold = `
Boats  boat  NOUN/NNS  4 nsubj:pass
may    may   AUX/MD    4 aux
be     be    AUX/VB    4 aux:pass
built  build VERB/VBN  0 root
and    and   CCONJ/CC  6 cc
sold   sell  VERB/VBN  4 conj
by     by    ADP/IN    8 case
Ondal  Ondal PROPN/NNP 6 obl:agent
.      .     PUNCT/.   4 punct`;

export const rival = `
Kovo   Kovo  PROPN/NNP 5 nsubj
is     be    AUX/VBZ   5 cop
not    not   PART/RB   5 advmod
a      a     DET/DT    5 det
rival  rival NOUN/NN   0 root
of     of    ADP/IN    7 case
Ondal  Ondal PROPN/NNP 5 nmod
.      .     PUNCT/.   5 punct`;

export const gap = `
The    the   DET/DT    2 det
trucks truck NOUN/NNS  6 nsubj
Peru   Peru  PROPN/NNP 4 nsubj
bought buy   VERB/VBD  2 acl:relcl
have   have  AUX/VBP   6 aux
gone   go    VERB/VBN  0 root
.      .     PUNCT/.   6 punct`;

export const seized = `
Police  police NOUN/NNS 2 nsubj
found   find   VERB/VBD 0 root
barrels barrel NOUN/NNS 2 obj
hidden  hide   VERB/VBN 3 acl
under   under  ADP/IN   7 case
seized  seize  VERB/VBN 7 amod
timber  timber NOUN/NN  4 obl
.       .      PUNCT/.  2 punct`;

export const signed = `
Peru   Peru  PROPN/NNP 2 nsubj
signed sign  VERB/VBD  0 root
a      a     DET/DT    4 det
deal   deal  NOUN/NN   2 obj
to     to    PART/TO   6 mark
buy    buy   VERB/VB   2 xcomp
9      9     NUM/CD    8 nummod
pumps  pump  NOUN/NNS  6 obj
.      .     PUNCT/.   2 punct`;

export const accused = `
Chad    Chad   PROPN/NNP 2 nsubj
accused accuse VERB/VBD  0 root
Peru    Peru   PROPN/NNP 2 obj
of      of     SCONJ/IN  5 mark
selling sell   VERB/VBG  2 advcl
pumps   pump   NOUN/NNS  5 obj
.       .      PUNCT/.   2 punct`;

/** "Analysts expect the cap to fall.", where the tree hangs the falling on the cap. */
export const expected = `
Analysts analyst NOUN/NNS 2 nsubj
expect   expect  VERB/VBP 0 root
the      the     DET/DT   4 det
cap      cap     NOUN/NN  2 obj
to       to      PART/TO  6 mark
fall     fall    VERB/VB  4 acl
.        .       PUNCT/.  2 punct`;

/** The same, where it takes the falling for what the expecting is for. */
export const expectedFor = expected.replace("VERB/VB  4 acl", "VERB/VB  2 advcl");

/** "Peru sold the car to pay.": nobody asks the car. */
export const soldTo = `
Peru Peru PROPN/NNP 2 nsubj
sold sell VERB/VBD  0 root
the  the  DET/DT    4 det
car  car  NOUN/NN   2 obj
to   to   PART/TO   6 mark
pay  pay  VERB/VB   2 advcl
.    .    PUNCT/.   2 punct`;
