extension Formula {
  /// The formula of TeX source, without delimiters around it.
  ///
  /// Definitions in the source hold to its end; ``init(tex:defining:)`` keeps them.
  ///
  /// - Parameters:
  ///   - tex: The source, at most 20,000 bytes.
  ///   - macros: What the document has defined so far.
  /// - Throws: The first error, with its place in bytes of `tex`.
  public init(tex: String, macros: Macros = Macros()) throws(TeXError) {
    var macros = macros
    try self.init(tex: tex, defining: &macros)
  }

  /// The formula of TeX source, which may define macros for the formulas that follow.
  ///
  /// A source of definitions only is ``empty``.
  ///
  /// - Throws: The first error, with its place in bytes of `tex`; `macros` is unchanged then.
  public init(tex: String, defining macros: inout Macros) throws(TeXError) {
    var reader = try TeXReader(tex, macros: macros)
    self = try reader.formula()
    macros = reader.stream.macros
  }
}
