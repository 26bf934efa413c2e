// SPDX-License-Identifier: EUPL-1.2
#include "region/report_words.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace sveiki::region {
namespace {

struct Words {
  std::string_view english, latvian, lithuanian;
};

// In the order of Language.
constexpr std::array<std::string_view, 3> kCodes{"lv", "lt", "en"};

constexpr std::array kWords{
    // Sheets.
    Words{"Indicators", "Rādītāji", "Rodikliai"},
    Words{"Months and centres", "Mēneši un centri", "Mėnesiai ir centrai"},
    Words{"Data", "Dati", "Duomenys"},
    Words{"Explanation", "Skaidrojums", "Paaiškinimas"},
    // Columns.
    Words{"Indicator", "Rādītājs", "Rodiklis"},
    Words{"From", "No", "Nuo"},
    Words{"To", "Līdz", "Iki"},
    Words{"Target", "Mērķis", "Tikslas"},
    Words{"Due", "Termiņš", "Terminas"},
    Words{"People at least", "Cilvēku vismaz", "Žmonių ne mažiau kaip"},
    Words{"People, estimate", "Cilvēku, aplēse", "Žmonių, įvertis"},
    Words{"People at most", "Cilvēku ne vairāk kā", "Žmonių ne daugiau kaip"},
    Words{"Not asked", "Nav jautāts", "Neklausta"},
    Words{"Centres with data", "Centri ar datiem", "Centrai su duomenimis"},
    Words{"Reached", "Sasniegts", "Pasiekta"},
    Words{"Organisation", "Organizācija", "Organizacija"},
    Words{"Centre", "Centrs", "Centras"},
    Words{"visits", "apmeklējumi", "apsilankymai"},
    Words{"people", "cilvēki", "žmonės"},
    Words{"All together", "Kopā", "Iš viso"},
    Words{"Whole period", "Viss periods", "Visas laikotarpis"},
    // Who the people are.
    Words{"Who the people are", "Kas šie cilvēki ir", "Kas šie žmonės"},
    Words{"Target group", "Mērķa grupa", "Tikslinė grupė"},
    Words{"Children", "Bērni", "Vaikai"},
    Words{"Young people", "Jaunieši", "Jaunimas"},
    Words{"People with disabilities", "Cilvēki ar invaliditāti", "Žmonės su negalia"},
    Words{"Seniors", "Seniori", "Senjorai"},
    Words{"Others", "Citi", "Kiti"},
    Words{"Not known", "Nav zināms", "Nežinoma"},
    Words{"Age", "Vecums", "Amžius"},
    Words{"Gender", "Dzimums", "Lytis"},
    Words{"Women and girls", "Sievietes un meitenes", "Moterys ir mergaitės"},
    Words{"Men and boys", "Vīrieši un zēni", "Vyrai ir berniukai"},
    Words{"Another gender", "Cits dzimums", "Kita lytis"},
    // Values.
    Words{"yes", "jā", "taip"},
    Words{"not yet", "vēl ne", "dar ne"},
    Words{"closed", "slēgts", "uždaryta"},
    Words{"not reported", "nav ziņots", "nepranešta"},
    Words{"not known", "nav zināms", "nežinoma"},
    Words{"not known for this period", "par šo periodu nav zināms", "šiam laikotarpiui nežinoma"},
    // Explanation.
    Words{"Attendance report", "Apmeklējuma pārskats", "Lankomumo ataskaita"},
    Words{"Made", "Sagatavots", "Parengta"},
    Words{"Places as they stood then.", "Vietas tādas, kādas tās bija toreiz.",
          "Vietos tokios, kokios jos buvo tuo metu."},
    Words{"Places as they stand on this day:", "Vietas tādas, kādas tās ir šajā dienā:",
          "Vietos tokios, kokios jos yra šią dieną:"},
    Words{"A visit is one stay of one person. Visits include people who were only counted, not "
          "known.",
          "Apmeklējums ir viena cilvēka viena uzturēšanās. Tajos ieskaitīti arī cilvēki, kas ir "
          "tikai "
          "saskaitīti.",
          "Apsilankymas yra vieno žmogaus vienas buvimas centre. Įskaičiuoti ir žmonės, kurie buvo "
          "tik "
          "suskaičiuoti."},
    Words{
        "People are different people. Each centre counts them over a stated period. They are never "
        "added up over months.",
        "Cilvēki ir dažādi cilvēki. Katrs centrs tos skaita noteiktā periodā. Mēnešus kopā "
        "neskaita.",
        "Žmonės yra skirtingi žmonės. Kiekvienas centras juos skaičiuoja per nurodytą laikotarpį. "
        "Mėnesiai nesudedami."},
    Words{"No names leave a centre. So people of several centres are told as a bracket.",
          "Vārdi centru neatstāj. Tāpēc vairāku centru cilvēki ir norādīti ar robežām.",
          "Vardai centro nepalieka. Todėl kelių centrų žmonės nurodomi ribomis."},
    Words{"At least: people known to use one centre only. Of the others, those of the centre that "
          "has most of them.",
          "Vismaz: cilvēki, par kuriem zināms, ka viņi apmeklē tikai vienu centru. No pārējiem: tā "
          "centra apmeklētāji, kurā viņu ir visvairāk.",
          "Ne mažiau kaip: žmonės, apie kuriuos žinoma, kad jie lankosi tik viename centre. Iš "
          "kitų: to centro lankytojai, kuriame jų daugiausia."},
    Words{"Who the people are is told when the period is over, by centres with ten people or more. "
          "Who uses two centres is counted in both.",
          "Kas šie cilvēki ir, to paziņo pēc perioda beigām centri, kuros ir vismaz desmit "
          "cilvēki. Kas apmeklē divus centrus, ir ieskaitīts abos.",
          "Kas šie žmonės, pranešama laikotarpiui pasibaigus, jei centre yra bent dešimt žmonių. "
          "Kas lankosi dviejuose centruose, įskaičiuotas abiejuose."},
    Words{
        "Estimate: those of one centre, half of those of two, a third of those of three or more. "
        "Those not asked count as users of one centre.",
        "Aplēse: viena centra apmeklētāji, puse no divu centru apmeklētājiem, trešdaļa no trīs vai "
        "vairāku. Kam nav jautāts, tas skaitīts kā viena centra apmeklētājs.",
        "Įvertis: vieno centro lankytojai, pusė dviejų centrų lankytojų, trečdalis trijų ir "
        "daugiau. "
        "Kurių neklausta, tie laikomi vieno centro lankytojais."},
    Words{"At most: the sum over centres.", "Ne vairāk kā: centru summa.",
          "Ne daugiau kaip: centrų suma."},
    Words{"An indicator is reached when the number after at least has reached its target.",
          "Rādītājs ir sasniegts, ja mērķi sasniedz skaits aiz vārda vismaz.",
          "Rodiklis pasiektas, kai tikslą pasiekia skaičius po žodžių ne mažiau kaip."},
    Words{
        "0, closed and not reported are three different things. Numbers in italics are of months "
        "of which some days are missing, or still to be checked by the centre.",
        "0, slēgts un nav ziņots ir trīs dažādas lietas. Slīprakstā ir mēneši, kuros trūkst dienu "
        "vai dienas centram vēl jāpārbauda.",
        "0, uždaryta ir nepranešta yra trys skirtingi dalykai. Kursyvu parašyti mėnesiai, kuriuose "
        "trūksta dienų arba dienas centras dar turi patikrinti."},
    Words{"Counts from 1 to 4 are left out or written as <5. This copy is for the partners. For "
          "others there is open data.",
          "Skaitļi no 1 līdz 4 ir izlaisti vai rakstīti kā <5. Šī kopija ir partneriem. Citiem ir "
          "atvērtie dati.",
          "Skaičiai nuo 1 iki 4 praleisti arba parašyti kaip <5. Ši kopija skirta partneriams. "
          "Kitiems yra atvirieji duomenys."},
    Words{"All numbers are exact. This copy is for an audit. Do not pass it on.",
          "Visi skaitļi ir precīzi. Šī kopija ir revīzijai. Nedod to tālāk.",
          "Visi skaičiai tikslūs. Ši kopija skirta auditui. Neperduok jos toliau."},
    Words{
        "In the data, people_days are people counted anew each day. Never read them as people.",
        "Datos people_days ir cilvēki, kas katru dienu skaitīti no jauna. Tie nav dažādi cilvēki.",
        "Duomenyse people_days yra žmonės, kasdien skaičiuoti iš naujo. Tai nėra skirtingi "
        "žmonės."},
};

}  // namespace

std::optional<Language> language_named(std::string_view code) {
  const auto at = std::ranges::find(kCodes, code);
  if (at == kCodes.end()) return std::nullopt;
  return static_cast<Language>(at - kCodes.begin());
}

std::string_view code_of(Language language) {
  return kCodes[static_cast<std::size_t>(language)];
}

std::string say(Language language, std::string_view english) {
  const auto words = std::ranges::find(kWords, english, &Words::english);
  if (words == kWords.end()) throw std::logic_error("no translation: " + std::string{english});
  if (language == Language::kLatvian) return std::string{words->latvian};
  if (language == Language::kLithuanian) return std::string{words->lithuanian};
  return std::string{english};
}

}  // namespace sveiki::region
