import Mathematics

/// How a notebook writes its names, where there is a choice.
public struct Notation: Hashable, Sendable {
  /// Where the number of a layer stands, as in `W1`.
  public enum Layers: String, Hashable, Sendable, CaseIterable {
    /// W₁
    case `subscript`
    /// W^{[1]}
    case superscript
  }

  /// Where the number of a layer stands.
  public var layers = Layers.subscript

  /// Numbers as subscripts.
  public init() {}

  /// The TeX of a name that this notation writes in another way than usual; nil for other names.
  ///
  /// - Parameter spelling: A name as in the source: `W1`, `z2_A`, `eta`.
  /// - Returns: `W^{[1]}`, `z_A^{[2]}`, nil.
  public func tex(of spelling: String) -> String? {
    switch layers {
    case .subscript: nil
    case .superscript: NameFormula.layered(spelling)?.tex
    }
  }
}
