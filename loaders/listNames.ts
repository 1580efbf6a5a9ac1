/** The lists that the parser's rules ask for: each is a row of word-lists.csv. */
export const listNames: readonly string[] = `
  abbreviations aboardWords addForms afterAge afterAppositionAge afterInversion afterResult
  afterScore afterUnit ageClauseLeads ageClauseStarts ageCopulas ageGroupNouns ageHedges ageLeads
  agePredicates ageUnits aims allWords allegingWords alwaysVerbs amountLeads amountVerbs animals
  arrivalPasts askingWords attributiveNouns awards backwardWords bareClauseStarts bareObjects
  bareStops baseVerbLeads baseVerbStops beForms befallen befallenLeads beforeAll beforeAmount
  beforeHalf beforeOneLabel beforeScale bodyNouns broadNouns calendarNouns callWords cameTo
  capacityWords changeNouns changeNouns2 citationLeads citationWords citedNouns citingVerbs
  claimNouns clausePronouns clauseSubjects clockNumbers codeLeads comparatives comparedLevels
  comparingLeads comparingWords comparisonBases comparisonWords compoundHeads compoundParts
  containers contractNouns contractSigns copulas countPronouns dateNouns dateOfOthers
  datePrepositions dateStarts datedNouns dayParts dealNouns dearer degreeLeads deictics denials
  designationOpens dimensionWords dismissals dollarForms domainEndings doubleNouns doubleObjectVerbs
  downFollowers durationLeads effectNouns elapsedComparatives endInSNotPlural extentNouns
  extentThings extents fahrenheitCountries farYearLeads feeNouns fewLeads fillers finishingVerbs
  finiteLeads firmNouns forecastCues forecastWords foreseen foreseers frequencyAdverbs givingGerunds
  goForms governorBounds governorPrepositions governorStops gradableAdjectives groupsOfPeople
  groupsWithNumber halfHedges halfNouns halfPlaces halfwayWords halves handVerbs harmedAfter
  harmedFillers harmedGroups harmedStates harmedVerbs harmingBeforeOne harmingForms harmingVerbs
  hasForms haveForms havingVerbs heatWords hedgeEnds heightVerbs hyphenatedSpans inPhraseHeads
  infinitiveLeads inheritLinks intentBoundaries intentStops intentWords invertingVerbs inwardTrade
  irregularParticiples irregularPasts irregularPastsAlone kin knownSuffixes labelDeterminers
  labelsOfOne lastingVerbs leadsToContract levelNouns levelVerbs lifeVerbs lightVerbs linkWords
  longPeriods longSpans loseForms majorityVerbs makeForms marketVerbs matchSpans meaningVerbs
  measureAdjectives measuredInfinitives metreFollowers millionFollowers millionSubjects modals
  modelStops moneyMatters moreMarkers moreWords motionVerbs movedUp movedWords movers moves
  multipliedWords nameLinks nameParticles namedGoods nearAll negations notCounted notDenied
  notInherited notNouns notPersons notThings nounVerbs numberLabels numberPredicates numberStarts
  objectVerbs offNouns officeNouns officerNouns orderForms ordinalEnds ordinals outOfVerbs outcomes
  outletNouns outwardTrade pageAbbreviations pageLabels paperNouns parents partNouns
  partitiveDeterminers partitiveWords partyLeadNouns partyLeads partyVerbs passedOn passingAdverbs
  payingWords peopleFollowers peopleLeads peopleNouns peopleOfAge peopleOfAge2 peopleVerbs perWords
  percentMarks percentNouns periodNouns periodWords personPronouns persons phoneLeads phrasalVerbs
  phraseEndings phraseOpeners phraseVerbs pictureWords placesOfHarmed plainSayVerbs planTerms
  plannedCues pluralAbbreviations pluralNouns pluralSpeakers pointForms pointsIndexes pollWords
  pollingVerbs polls possessives possessivesAfterAs possessivesAll previousWords priceVerbs
  pricedUnits programmes purposes putOrStood puttingVerbs quoteVerbs quoteVerbsPresent rangeHedges
  rangeWords ratePeriods reachingForms reachingVerbs records regularlyPlural relativeStarts
  relativeWordsAll repeatedSpans resolves results sayingNouns seatedParticiples sellVerbs
  sequenceAdjectives sequenceWords shareComparatives shareSpans signedVerbs singularsInS slotVerbs
  speakerPronouns spendingPrepositions spendingVerbs sportNouns spreadVerbs standingVerbs stillWords
  streets strengthNouns stretchAdjectives stretchEnds sufferedParticiples sumVerbs survivalWords
  suspectNouns takenParticiples tellingVerbs thingPrepositions thirdPersons timeAdjectives
  timeAfterBare timeLeads timeNouns timeZones titleVerbs tollNouns towardsWords tradeInfinitives
  transitives turnForms unitsAfterYear vagueAdjectives vagueDeterminers vagueNouns vagueNumbers
  valuedParticiples voteVerbs wantingVerbs weakAfterNumber weakBeforeNumber weakSayVerbs weighing
  whenAfter works worthWords yardsticks yearLeads yearlyNouns
`
  .trim()
  .split(/\s+/);
