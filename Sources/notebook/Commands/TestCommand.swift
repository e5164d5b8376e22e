import ArgumentParser
import DocTests
import Source

/// `notebook test PATHS… [--report …] [--filter ID] [--accept] [--jobs N]`.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Execute again and compare with what is stored.",
    discussion: """
      Says of every block: passed, drifted, missing, orphaned, failed expectation, failed. A notebook \
      that stores nothing is tested by its expectations. A report goes to standard output, or to a \
      file: --report text,junit=results.xml.
      """)

  @Argument(help: "Notebooks, or folders of them; - is standard input.")
  var paths: [String]

  @Option(
    help: "Reports, with commas between: text, github, junit, tap, json, each perhaps with =FILE.",
    transform: ReportPlan.plans)
  var report = [[ReportPlan(format: .text, file: "-")]]

  @Option(help: "Only the block with this id or number; * stands for anything.")
  var filter: [String] = []

  @Flag(help: "Store what drifted, is missing or orphaned as it is now.")
  var accept = false

  @Option(help: "Notebooks that are tested at once.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on.") }
    if accept, paths.contains("-") {
      throw ValidationError("--accept writes notebooks, and standard input is none.")
    }
  }

  func run() throws {
    let (files, found) = try Files.notebooks(at: paths)
    guard !files.isEmpty else { throw found > 0 ? ExitCode(found) : Files.nothingFound(paths) }
    var code = found
    var sources: [SourceText] = []
    do {
      try Files.forEach(files) { file in
        sources.append(try Files.read(file))
        return 0
      }
    } catch let exit as ExitCode {
      code = max(code, exit.rawValue)
    }
    let (texts, filter, accept) = (sources, NameFilter(filter), accept)
    let outcomes = Jobs.map(texts.count, jobs: jobs ?? Jobs.processorCount) { number in
      Outcome(texts[number], filter, accepts: accept)
    }
    if accept { code = max(code, write(outcomes)) }
    let tests = outcomes.map(\.test)
    try writeReports(tests)
    if tests.contains(where: { !$0.hasPassed }) { code = max(code, 1) }
    if sources.contains(where: { !$0.problems.isEmpty }) { code = 2 }
    if tests.allSatisfy({ $0.entries.isEmpty }), code == 0 {
      let what = self.filter.isEmpty ? "'dl' block" : "block that --filter selects"
      Terminal.complain("\(paths.joined(separator: ", ")): error: there is no \(what)\n")
      code = 1
    }
    if code > 0 { throw ExitCode(code) }
  }

  /// One notebook, tested, and what accepting it would write.
  private struct Outcome: Sendable {
    let test: NotebookTest
    /// The notebook as it was read.
    let source: SourceText
    let accepted: [UInt8]?
    let refusals: [Diagnostic]

    init(_ source: SourceText, _ filter: NameFilter, accepts: Bool) {
      self.source = source
      let inspection = Inspection(source)
      guard accepts else {
        (test, accepted, refusals) = (NotebookTest(inspection, selects: filter.selects), nil, [])
        return
      }
      let update = Update(inspection, selects: filter.selects)
      accepted = update.isNeeded ? update.bytes : nil
      refusals = update.refusals
      // What is told is how the notebook does once it is written.
      let text = SourceText(name: source.name, bytes: update.bytes)
      test = NotebookTest(
        update.isNeeded ? Inspection(text) : inspection, selects: filter.selects)
    }
  }

  /// Writes what is accepted; gives an exit code.
  private func write(_ outcomes: [Outcome]) -> Int32 {
    var code: Int32 = 0
    for outcome in outcomes {
      Terminal.write(outcome.refusals, of: outcome.source)
      if !outcome.refusals.isEmpty { code = max(code, 1) }
      guard let accepted = outcome.accepted else { continue }
      do {
        try Files.replace(outcome.source, with: accepted)
      } catch {
        code = 2
      }
    }
    return code
  }

  private func writeReports(_ tests: [NotebookTest]) throws {
    let plans = report.joined()
    // Files first: who reads standard output may stop reading.
    for plan in plans.filter({ $0.file != "-" }) + plans.filter({ $0.file == "-" }) {
      try Files.write(Array(plan.format.report(tests).utf8), to: plan.file)
    }
  }
}

/// A report and where it goes.
struct ReportPlan: Sendable {
  let format: ReportFormat
  /// `-` for standard output.
  let file: String

  /// `text,junit=results.xml` as its plans.
  @Sendable static func plans(_ text: String) throws -> [ReportPlan] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { item in
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map(String.init) ?? ""
      guard let format = ReportFormat(rawValue: name) else {
        let all = ReportFormat.allCases.map(\.rawValue)
        let near = Suggestion.nearest(to: name, among: all).map { "; did you mean '\($0)'?" } ?? ""
        throw ValidationError("'\(name)' is none of \(all.joined(separator: ", "))\(near)")
      }
      guard parts.count < 2 || !parts[1].isEmpty else {
        throw ValidationError("'\(item)' names no file behind the =")
      }
      return ReportPlan(format: format, file: parts.count == 2 ? String(parts[1]) : "-")
    }
  }
}
