/// Finds the values in which two outputs differ, named by the words of the output itself.
struct OutputComparison {
  /// In the order of the output.
  private(set) var drifts: [ValueDrift] = []
  private var seen: Set<ValueDrift> = []
  /// The headings of the last table and how many rows it and those before it with the same had, so
  /// that the rows of a trace in several tables count on.
  private var lastHeadings: [String] = []
  private var rowCount = 0

  /// Compares what was stored with what there is now.
  init(stored: String, now: String) {
    guard stored != now else { return }
    compare(OutputText(stored).parts, OutputText(now).parts)
  }

  /// Parts of one kind are put side by side in their order; what is left over is gone or new.
  private mutating func compare(_ stored: [OutputText.Part], _ now: [OutputText.Part]) {
    var next = 0
    for part in stored {
      guard let match = now[next...].firstIndex(where: { $0.isLike(part) }) else {
        note("", part.summary, nil)
        continue
      }
      for added in now[next..<match] { note("", nil, added.summary) }
      compare(part, now[match])
      next = match + 1
    }
    for added in now[next...] { note("", nil, added.summary) }
  }

  private mutating func compare(_ stored: OutputText.Part, _ now: OutputText.Part) {
    switch (stored, now) {
    case (.table(let headings, let rows), .table(let newHeadings, let newRows)):
      compareTables(headings, rows, newHeadings, newRows)
    case (.display(let chains), .display(let newChains)): compare(chains, newChains)
    case (.listing(let lines), .listing(let newLines)):
      for (number, (old, new)) in zip(lines, newLines).enumerated() where old != new {
        note("line \(number + 1)", "“\(old.trimmingSpaces)”", "“\(new.trimmingSpaces)”")
        return
      }
      if lines.count != newLines.count {
        note("listing", "\(lines.count) lines", "\(newLines.count)")
      }
    case (.verdicts(let verdicts), .verdicts(let newVerdicts)): compare(verdicts, newVerdicts)
    case (.words(let words), .words(let newWords)):
      guard words != newWords else { return }
      let (old, new) = PlainText.focused(
        PlainText.of(markdown: words), PlainText.of(markdown: newWords))
      note("", "“\(old)”", "“\(new)”")
    case (.table, _), (.display, _), (.listing, _), (.verdicts, _), (.words, _): break
    }
  }

  // MARK: - Tables

  private mutating func compareTables(
    _ headings: [String], _ rows: [[String]], _ newHeadings: [String], _ newRows: [[String]]
  ) {
    let first = newHeadings == lastHeadings ? rowCount : 0
    (lastHeadings, rowCount) = (newHeadings, first + max(rows.count, newRows.count))
    for heading in headings where !newHeadings.contains(heading) {
      note(PlainText.of(markdown: heading), "a column", nil)
    }
    for heading in newHeadings where !headings.contains(heading) {
      note(PlainText.of(markdown: heading), nil, "a column")
    }
    if rows.count != newRows.count { note("", Self.rows(rows.count), "\(newRows.count)") }
    for (number, (row, newRow)) in zip(rows, newRows).enumerated() where row != newRow {
      for (column, heading) in headings.enumerated() {
        guard let newColumn = newHeadings.firstIndex(of: heading), row.indices.contains(column),
          newRow.indices.contains(newColumn)
        else { continue }
        let place = "[\(first + number + 1)]"
        let path = heading.isEmpty ? "mark" : PlainText.of(markdown: heading)
        compareCells(path + place, row[column], newRow[newColumn])
      }
    }
  }

  private mutating func compareCells(_ path: String, _ stored: String, _ now: String) {
    guard stored != now else { return }
    let sides = [stored, now].map { cell in
      cell.hasPrefix("$") && cell.hasSuffix("$") && cell.count > 1
        ? String(cell.dropFirst().dropLast()) : nil
    }
    if let old = sides[0] ?? Self.plainTeX(stored), let new = sides[1] ?? Self.plainTeX(now) {
      return compareValues(path, old, new)
    }
    func words(_ cell: String) -> String {
      cell.isEmpty ? "nothing" : PlainText.of(markdown: cell)
    }
    note(path, words(stored), words(now))
  }

  /// A cell of numbers is TeX as it stands.
  private static func plainTeX(_ cell: String) -> String? {
    cell.isEmpty || cell.contains { $0.isLetter || $0 == "\\" } ? nil : cell
  }

  private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

  // MARK: - Chains

  private mutating func compare(_ chains: [TeXChain], _ newChains: [TeXChain]) {
    guard chains.map(\.label) != newChains.map(\.label) else {
      for (chain, newChain) in zip(chains, newChains) { compare(chain, newChain) }
      return
    }
    for chain in chains {
      let label = PlainText.of(tex: chain.label)
      if let newChain = newChains.first(where: { $0.label == chain.label }) {
        compare(chain, newChain)
      } else {
        note(label, PlainText.of(tex: chain.sides.last ?? chain.label), nil)
      }
    }
    for chain in newChains where !chains.contains(where: { $0.label == chain.label }) {
      note(PlainText.of(tex: chain.label), nil, PlainText.of(tex: chain.sides.last ?? chain.label))
    }
  }

  /// The value at the end of a chain, or, where that is the same, the first side that differs.
  private mutating func compare(_ stored: TeXChain, _ now: TeXChain) {
    guard stored != now else { return }
    let path = PlainText.of(tex: stored.label)
    guard let old = stored.sides.last, let new = now.sides.last else {
      return note("", PlainText.of(tex: stored.label), PlainText.of(tex: now.label))
    }
    if old != new { return compareValues(path, old, new) }
    for (side, newSide) in zip(stored.sides, now.sides) where side != newSide {
      return compareValues(path, side, newSide)
    }
    note(path, "\(stored.sides.count) steps", "\(now.sides.count)")
  }

  /// Entry by entry where both are vectors or matrices of one shape.
  private mutating func compareValues(_ path: String, _ stored: String, _ now: String) {
    guard let old = TeXEntries(stored), let new = TeXEntries(now), old.isShaped(like: new) else {
      let sides = PlainText.focused(PlainText.of(tex: stored), PlainText.of(tex: now))
      return note(path, sides.stored, sides.now)
    }
    for (row, (oldRow, newRow)) in zip(old.rows, new.rows).enumerated() {
      for (column, (a, b)) in zip(oldRow, newRow).enumerated() where a != b {
        let place = old.isMatrix ? "\(row + 1), \(column + 1)" : "\(column + 1)"
        note(path + "[\(place)]", PlainText.of(tex: a), PlainText.of(tex: b))
      }
    }
  }

  // MARK: - Verdicts

  private mutating func compare(
    _ verdicts: [OutputText.Verdict], _ newVerdicts: [OutputText.Verdict]
  ) {
    let isAligned = verdicts.map(\.statement) == newVerdicts.map(\.statement)
    for (number, verdict) in verdicts.enumerated() {
      let match =
        isAligned
        ? newVerdicts[number] : newVerdicts.first { $0.statement == verdict.statement }
      guard let match else {
        note(verdict.statement, verdict.finding, nil)
        continue
      }
      if verdict.finding != match.finding {
        note(verdict.statement, verdict.finding, match.finding)
      } else if verdict != match {
        let pairs = zip(verdict.details, match.details)
        let different = pairs.first { $0 != $1 } ?? ("\(verdict.details)", "\(match.details)")
        note(
          verdict.statement, PlainText.of(markdown: different.0),
          PlainText.of(markdown: different.1))
      }
    }
    for verdict in newVerdicts
    where !isAligned && !verdicts.contains(where: { $0.statement == verdict.statement }) {
      note(verdict.statement, nil, verdict.finding)
    }
  }

  /// One value is told once, although a chain and a table may both show it.
  private mutating func note(_ path: String, _ stored: String?, _ now: String?) {
    let drift = ValueDrift(path, stored: stored, now: now)
    if seen.insert(drift).inserted { drifts.append(drift) }
  }
}

extension OutputText.Part {
  /// Whether both are of one kind.
  fileprivate func isLike(_ other: Self) -> Bool {
    switch (self, other) {
    case (.table, .table), (.display, .display), (.listing, .listing), (.verdicts, .verdicts),
      (.words, .words):
      true
    case (.table, _), (.display, _), (.listing, _), (.verdicts, _), (.words, _): false
    }
  }

  /// What a report calls it.
  fileprivate var summary: String {
    switch self {
    case .table(_, let rows): "a table of \(rows.count) row\(rows.count == 1 ? "" : "s")"
    case .display(let chains):
      chains.first.map { "the working of \(PlainText.of(tex: $0.label))" } ?? "an empty formula"
    case .listing(let lines): "a listing of \(lines.count) line\(lines.count == 1 ? "" : "s")"
    case .verdicts(let verdicts):
      verdicts.count == 1 ? "a verdict on \(verdicts[0].statement)" : "\(verdicts.count) verdicts"
    case .words(let words): "“\(PlainText.focused(PlainText.of(markdown: words), "").stored)”"
    }
  }
}
