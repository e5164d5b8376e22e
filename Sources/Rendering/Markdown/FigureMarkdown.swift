import Figures
import Manuscripts
import Workings

/// Writes figures as Markdown: what they show in words, and the numbers behind them.
enum FigureMarkdown {
  static func paragraphs(_ figure: Figure, _ shown: Document.Shown) -> [String] {
    let own = figure.caption.map { MarkdownText.escaped($0.plainText) } ?? ""
    let caption = shown.caption.isEmpty ? own : MarkdownText.text(of: shown.caption)
    let words = MarkdownText.escaped(shown.alternativeText ?? figure.alternativeText)
    var paragraphs = caption.isEmpty ? [] : ["*\(caption)*"]
    paragraphs.append("> **Figure.** " + words)
    // The author's words replace the description; what the data say must not be lost with it.
    if shown.alternativeText != nil {
      paragraphs.append("> **Data.** " + MarkdownText.escaped(figure.alternativeText))
    }
    let labels = self.labels(figure.elements)
    if figure.data.isEmpty, !labels.isEmpty {
      paragraphs.append("> **Labels.** " + MarkdownText.escaped(labels.joined(separator: "; ")))
    }
    return paragraphs + figure.data.map { table($0) }
  }

  /// The points of a series.
  private static func table(_ series: Figure.Data) -> String {
    let name = series.name.isEmpty ? "y" : MarkdownText.escaped(series.name)
    let rows = series.points.map { "| \($0.x) | \($0.y) |" }
    return (["| x | \(name) |", "| ---: | ---: |"] + rows).joined(separator: "\n")
  }

  /// All that is written in the drawing, from back to front.
  private static func labels(_ elements: [Figure.Element]) -> [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .text(let text): [text.label.plainText]
      case .group(_, let inner): labels(inner)
      case .line, .path, .rectangle, .marker: []
      }
    }
  }
}
