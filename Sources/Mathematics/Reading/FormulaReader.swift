public import Source

/// Reads the formulas of one document in their order; each may define macros for those that follow.
///
/// A third of the formulas in a notebook have stood in it before, mostly single letters. Short ones
/// are kept, as long as no macro changes.
public struct FormulaReader: Sendable {
  /// What the document has defined so far.
  public private(set) var macros: Macros
  /// What was found in the last formula that hinders no reading, in bytes of its source.
  public private(set) var findings: [Diagnostic] = []
  private var known: [String: Formula] = [:]

  /// The most bytes of a formula that is kept, and how many of them are.
  private static let lengthLimit = 48
  private static let countLimit = 4_096

  /// A reader behind the definitions in `macros`.
  public init(macros: Macros = Macros()) {
    self.macros = macros
  }

  /// The formula of TeX source, without delimiters around it.
  ///
  /// - Parameter tex: The source, at most 20,000 bytes.
  /// - Returns: The same as ``Formula/init(tex:defining:)``.
  /// - Throws: The first error, with its place in bytes of `tex`; nothing is defined then.
  public mutating func formula(_ tex: String) throws(TeXError) -> Formula {
    findings = []
    let mayBeKept = Self.mayBeKept(tex.utf8.span)
    if mayBeKept, let formula = known[tex] { return formula }
    var reader = try TeXReader(tex, macros: macros)
    let formula = try reader.formula()
    findings = reader.stream.findings
    if reader.stream.hasDefined {
      macros = reader.stream.macros
      known = [:]
    } else if mayBeKept, findings.isEmpty, known.count < Self.countLimit {
      known[tex] = formula
    }
    return formula
  }

  /// Beyond ASCII, texts that are equal may have other bytes.
  private static func mayBeKept(_ tex: Swift.Span<UInt8>) -> Bool {
    tex.count <= lengthLimit && !tex.contains { $0 >= 0x80 }
  }
}
