/// The words that a page brings itself, in the language of the document.
///
/// Working sentences are English in every document; this is what stands around them.
public struct Wording: Hashable, Sendable {
  /// Headings of the head and of the contents list.
  public let contents, instructions: String
  /// What is counted and referred to.
  public let question, table, figure: String
  /// One mark, several marks, and marks beyond the sum.
  public let mark, marks, bonus: String
  /// The rows and the last column of the table of marks.
  public let marksRow, reachedRow, total: String
  /// What the editions are called.
  public let solutions, answers, markingGuide: String

  /// Whether the words are those of the language, or English for want of a row in the table.
  public let isTranslated: Bool

  /// The words of a language by its BCP 47 tag; English where it has no row.
  public init(language: String) {
    let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    let known = Self.rows[primary]
    isTranslated = known != nil
    let words = (known ?? Self.english).split(separator: ";").map(String.init)
    func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }
    (contents, instructions) = (word(0), word(1))
    (question, table, figure) = (word(2), word(3), word(4))
    (mark, marks, bonus) = (word(5), word(6), word(7))
    (marksRow, reachedRow, total) = (word(8), word(9), word(10))
    (solutions, answers, markingGuide) = (word(11), word(12), word(13))
  }

  /// The languages that have a row, sorted.
  static var languages: [String] { rows.keys.sorted() }

  private static let english =
    "Contents;Instructions;Question;Table;Figure;mark;marks;bonus;Marks;Reached;Total;"
    + "Solutions;Answers;Marking guide"

  private static let rows = [
    "en": english,
    "de": "Inhalt;Hinweise;Aufgabe;Tabelle;Abbildung;Punkt;Punkte;Zusatz;Punkte;Erreicht;Summe;"
      + "Lösungen;Ergebnisse;Korrekturanleitung",
    "fr": "Sommaire;Consignes;Question;Tableau;Figure;point;points;bonus;Points;Obtenus;Total;"
      + "Corrigé;Réponses;Barème",
    "es": "Índice;Instrucciones;Pregunta;Tabla;Figura;punto;puntos;extra;Puntos;Obtenidos;Total;"
      + "Soluciones;Respuestas;Guía de corrección",
    "it": "Indice;Istruzioni;Domanda;Tabella;Figura;punto;punti;extra;Punti;Ottenuti;Totale;"
      + "Soluzioni;Risposte;Guida alla correzione",
    "pt": "Sumário;Instruções;Questão;Tabela;Figura;ponto;pontos;extra;Pontos;Obtidos;Total;"
      + "Soluções;Respostas;Guia de correção",
    "nl": "Inhoud;Instructies;Vraag;Tabel;Figuur;punt;punten;bonus;Punten;Behaald;Totaal;"
      + "Oplossingen;Antwoorden;Correctiemodel",
    "hi": "विषय-सूची;निर्देश;प्रश्न;तालिका;चित्र;अंक;अंक;अतिरिक्त;अंक;प्राप्त;कुल;हल;उत्तर;"
      + "अंकन निर्देशिका",
  ]
}
